using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Read.V1;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using Reading = ImprovementSuite.Plan.Lines.Reading;

namespace ImprovementSuite.Plan.ReadSide;

/// <summary>A reading as another system sends it: checked against its measure, with a sentence for each field that is wrong.</summary>
internal sealed class SubmittedReading(SubmitReadingRequest sent, Measure measure, DateOnly today)
{
    private const int LongestNote = 500;
    private const int LongestRound = 60;
    private const double LargestValue = 1e12;

    private readonly RecordCheck _check = new(today);

    /// <summary>The reading, or what is wrong with it.</summary>
    public (Reading? Reading, IReadOnlyList<Problem> Problems) Read(string source)
    {
        var period = Period();
        CheckFigure();
        if (sent.Version < 1)
            _check.Add(RejectionCode.BadVersion, "version", $"version is {sent.Version}: give 1 or more, and a higher one with each change.");
        _check.Optional("note", sent.Note, LongestNote);
        if (_check.Problems.Count > 0 || period is not { } days)
            return (null, _check.Problems);
        return (new Reading
        {
            Measure = measure.Code, PeriodKind = days.Kind, From = days.From, To = days.To, Round = sent.Round, Origin = Origin.Imported, KnownOn = today, Unit = measure.Unit,
            Numerator = sent.HasNumerator ? sent.Numerator : null, Denominator = sent.HasDenominator ? sent.Denominator : null, Stated = sent.HasValue ? (decimal)sent.Value : null,
            Grade = sent.Grade == "" ? null : sent.Grade, Revision = sent.Version, Note = sent.Note == "" ? $"sent by {source}" : $"sent by {source}: {sent.Note}",
        }, []);
    }

    private Period? Period()
    {
        if (PlanMessages.PeriodNames.FirstOrDefault(name => name.Value == sent.Period && name.Key != PeriodKind.Week) is not { Value: not null } known)
        {
            _check.Add(
                sent.Period == "" ? RejectionCode.MissingField : RejectionCode.UnknownCode, "period", $"period is \"{sent.Period}\": give month, year-to-date, as-at, span or round.");
            return null;
        }
        if (_check.RequiredDay("to", sent.To) is not { } to)
            return null;
        var from = known.Key == PeriodKind.AsAt && sent.From == "" ? to : _check.RequiredDay("from", sent.From);
        _check.InOrder("from", from, "to", to);
        if (from is null || from > to)
            return null;

        var whole = known.Key switch
        {
            PeriodKind.Month => Contracts.Period.Month(to),
            PeriodKind.YearToDate => Contracts.Period.YearToDate(to),
            PeriodKind.AsAt => Contracts.Period.AsAt(to),
            var kind => new Period(kind, from.Value, to),
        };
        if (whole.From != from || whole.To != to)
            _check.Add(RejectionCode.BadDate, "from", $"from and to are {sent.From} and {sent.To}, which is no {sent.Period}: that is {whole.From:yyyy-MM-dd} to {whole.To:yyyy-MM-dd}.");
        if (known.Key == PeriodKind.Round)
            _check.Required("round", sent.Round, LongestRound);
        else if (sent.Round != "")
            _check.Add(RejectionCode.UnknownCode, "round", $"round is \"{sent.Round}\", but the period is {sent.Period}: leave it empty, or give the period round.");
        return whole;
    }

    private void CheckFigure()
    {
        var given = (sent.HasNumerator ? 1 : 0) + (sent.HasValue ? 1 : 0) + (sent.Grade == "" ? 0 : 1);
        if (given != 1)
            _check.Add(
                given == 0 ? RejectionCode.MissingField : RejectionCode.UnknownCode, sent.HasNumerator ? "value" : "numerator",
                given == 0 ? "There is no figure: give counts, a value or a grade." : "There is more than one figure: give counts, a value or a grade, and only one of them.");
        else if (measure.Kind == MeasureKind.Judgement)
            CheckGrade();
        else if (sent.Grade != "")
            _check.Add(RejectionCode.UnknownCode, "grade", $"{measure.Code} is no judgement: give counts or a value, and no grade.");
        else if (sent.HasValue)
            CheckValue(sent.Value);
        else
            CheckCounts();
    }

    private void CheckGrade()
    {
        if (measure.Rank(sent.Grade) < 0)
            _check.Add(
                sent.Grade == "" ? RejectionCode.MissingField : RejectionCode.UnknownCode, "grade",
                $"{measure.Code} is a judgement: give one of {string.Join(", ", measure.Scale)}.");
    }

    private void CheckValue(double value)
    {
        if (sent.HasDenominator)
            _check.Add(RejectionCode.UnknownCode, "denominator", "A value is without counts: leave the denominator out.");
        if (!(value >= 0 && value < LargestValue))
            _check.Add(RejectionCode.UnknownCode, "value", $"value is {value}: give a figure of 0 or more in the measure's unit.");
        else if (measure.Unit == Unit.Percent && value > 100 && !MayPassAHundred)
            _check.Add(RejectionCode.UnknownCode, "value", $"value is {value}%, but {measure.Code} cannot be over 100%.");
    }

    private void CheckCounts()
    {
        if (sent.Numerator < 0)
            _check.Add(RejectionCode.UnknownCode, "numerator", $"numerator is {sent.Numerator}: give 0 or more.");
        if (measure.Unit != Unit.Percent)
        {
            if (sent.HasDenominator)
                _check.Add(RejectionCode.UnknownCode, "denominator", $"{measure.Code} is no rate: give the count as numerator, and no denominator.");
        }
        else if (!sent.HasDenominator)
            _check.Add(RejectionCode.MissingField, "denominator", $"{measure.Code} is a percentage: give what the numerator is out of, or a value in percent.");
        else if (sent.Denominator < 0 || (sent.Denominator == 0 && sent.Numerator > 0))
            _check.Add(RejectionCode.UnknownCode, "denominator", $"denominator is {sent.Denominator} under a numerator of {sent.Numerator}: give what the numerator is out of.");
        else if (sent.Numerator > sent.Denominator && !MayPassAHundred)
            _check.Add(RejectionCode.UnknownCode, "numerator", $"{sent.Numerator} of {sent.Denominator} is over 100%, which {measure.Code} cannot be.");
    }

    /// <summary>A ratio of two flows may pass 100%; the plan holds such a measure to a middle range.</summary>
    private bool MayPassAHundred => measure.Polarity == Polarity.MidRangeIsGood;
}
