using ImprovementSuite.Inspections.Feed.V1;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.Data.Sqlite;
using Kind = ImprovementSuite.Inspections.Feed.V1.InspectionRecord.RecordOneofCase;
using Judgement = ImprovementSuite.Inspections.Judgements.Judgement;
using V1 = ImprovementSuite.Inspections.Feed.V1;

namespace ImprovementSuite.Inspections.Data;

/// <summary>
/// What a record is at odds with among those that count: a report of a provider that is not here, a grade that its framework does not have, a number twice in
/// one report, an original date that is to change.
/// </summary>
internal sealed class Conflicts(SqliteConnection connection)
{
    public Problem? Of(InspectionRecord record, IntakeTransaction transaction)
    {
        var self = new Self(transaction.SourceId, record.Key.RecordId, record.Key.Version);
        var type = Feed.InspectionRecordIntake.TypeOf(record);
        if (!IsNews(type, self))
            return null;
        return (record.RecordCase, record.Key.Deleted) switch
        {
            (Kind.Provider, true) => OfWithdrawn("provider", "inspection", "ProviderRef", self) ?? OfWithdrawn("provider", "home_visit", "ProviderRef", self),
            (Kind.Inspection, true) => OfWithdrawn("inspection", "recommendation", "InspectionRef", self) ?? OfWithdrawn("inspection", "judgement", "InspectionRef", self),
            (Kind.Recommendation, true) => OfLinked(self),
            (_, true) => null,
            (Kind.Provider, _) => OfProvider(record.Provider, self),
            (Kind.Inspection, _) => OfInspection(record.Inspection, self),
            (Kind.Judgement, _) => OfJudgement(record.Judgement, self),
            (Kind.Recommendation, _) => OfRecommendation(record.Recommendation, self, transaction),
            _ => OfVisit(record.HomeVisit),
        };
    }

    /// <summary>A version that is stored already, or an older one, changes nothing, so it is at odds with nothing.</summary>
    private bool IsNews(string table, Self self) =>
        connection.Scalar<long>($"SELECT EXISTS (SELECT 1 FROM {table} WHERE SourceId = $1 AND RecordId = $2 AND Version >= $3)", self.SourceId, self.RecordId, self.Version) == 0;

    private Problem? OfWithdrawn(string table, string naming, string column, Self self)
    {
        var (reference, named) = connection.Query(
            $"""
             SELECT Reference, (SELECT COUNT(*) FROM {naming} n WHERE n.{column} = t.Reference AND n.Counts = 1)
             FROM {table} t WHERE SourceId = $1 AND RecordId = $2 AND Counts = 1
             """, row => (row.GetString(0), row.GetInt64(1)), self.SourceId, self.RecordId).FirstOrDefault();
        return named == 0 ? null : new(
            RejectionCode.Conflict, table, $"{table} {reference} cannot be withdrawn: {named:N0} {naming.Replace('_', ' ')}{(named == 1 ? " names" : "s name")} it. Withdraw {(named == 1 ? "it" : "them")} first.");
    }

    /// <summary>One that stands for others is not taken out under them: they would be counted nowhere.</summary>
    private Problem? OfLinked(Self self)
    {
        var (number, inspection, linked) = connection.Query(
            """
            SELECT t.Number, t.InspectionRef, (SELECT COUNT(*) FROM progress p JOIN recommendation r ON r.Id = p.RecommendationId AND r.Counts = 1 WHERE p.DuplicateOfId = t.Id)
            FROM recommendation t WHERE t.SourceId = $1 AND t.RecordId = $2 AND t.Counts = 1
            """, row => (row.GetString(0), row.GetString(1), row.GetInt64(2)), self.SourceId, self.RecordId).FirstOrDefault();
        return linked == 0 ? null : new(
            RejectionCode.Conflict, "recommendation", $"recommendation {number} of inspection {inspection} cannot be withdrawn: {linked:N0} of other reports {(linked == 1 ? "is" : "are")} counted with it. Unlink {(linked == 1 ? "it" : "them")} on the recommendation's page first.");
    }

    private Problem? OfProvider(V1.Provider provider, Self self)
    {
        var reference = provider.Provider_.Trim();
        if (Twin("provider", "Reference = $1 COLLATE NOCASE", self, reference) is { } twin)
            return new(RejectionCode.Conflict, "provider", $"Provider {reference} is {twin} already: send a later version of that record, or give this one a reference of its own.");
        return Renamed("provider", reference, self, ["inspection WHERE Counts = 1 AND ProviderRef", "home_visit WHERE Counts = 1 AND ProviderRef", "judgement_measure WHERE ProviderRef", "provider_readiness WHERE ProviderRef"])
            ?? OfKind(reference, (ProviderKind)Feed.InspectionCodes.Providers[provider.Kind]);
    }

    /// <summary>A provider does not turn into one that the frameworks of its reports do not judge.</summary>
    private Problem? OfKind(string provider, ProviderKind kind) => KindOf(provider) == kind ? null : connection
        .Query("SELECT DISTINCT Framework FROM inspection WHERE ProviderRef = $1 AND Counts = 1 AND Framework <> ''", row => row.GetString(0), provider)
        .Select(code => FrameworkReading.Named(connection, code)).FirstOrDefault(framework => framework?.Judges(kind) == false) is { } other
            ? new(RejectionCode.Conflict, "kind", $"kind is {kind.Words().ToLowerInvariant()}, and {provider} was judged by {other.Code}, which judges {other.ProvidersInWords}: correct the kind, or the framework of its reports first.")
            : null;

    private Problem? OfInspection(V1.Inspection inspection, Self self)
    {
        var reference = inspection.Inspection_.Trim();
        if (Twin("inspection", "Reference = $1 COLLATE NOCASE", self, reference) is { } twin)
            return new(RejectionCode.Conflict, "inspection", $"Inspection {reference} is {twin} already: send a later version of that record, or give this one a reference of its own.");
        if (KindOf(inspection.Provider) is not { } provider)
            return new(RejectionCode.Conflict, "provider", $"No provider {inspection.Provider.Trim()} is here: send the provider first, or correct its reference.");
        if (Renamed("inspection", reference, self, ["recommendation WHERE Counts = 1 AND InspectionRef", "judgement WHERE Counts = 1 AND InspectionRef", "report_measure WHERE InspectionRef", "review_reader WHERE InspectionRef"]) is { } renamed)
            return renamed;
        var (began, ended) = (IsoDay.Read(inspection.BeganOn)!.Value, IsoDay.Read(inspection.EndedOn) ?? IsoDay.Read(inspection.BeganOn)!.Value);
        return OfFramework(inspection.Framework.Trim(), (SourceKind)Feed.InspectionCodes.Inspections[inspection.Kind], provider, ended, reference) ?? OfDates(reference, began);
    }

    private Problem? OfFramework(string code, SourceKind kind, ProviderKind provider, DateOnly ended, string inspection)
    {
        var judged = connection.Query("SELECT Area, Grade FROM judgement WHERE InspectionRef = $1 AND Counts = 1", row => (Area: row.GetString(0), Grade: row.GetString(1)), inspection);
        if (code.Length == 0)
            return judged.Count == 0 ? null : new(RejectionCode.Conflict, "framework", $"framework is empty, and inspection {inspection} has {judged.Count} grades: withdraw them first, or name the framework.");
        if (FrameworkReading.Named(connection, code) is not { } framework)
            return new(RejectionCode.UnknownCode, "framework", $"framework is \"{code}\", which is not here: give one of {string.Join(", ", FrameworkReading.Codes(connection))}, or add it on the page of frameworks.");
        if (!framework.Judges(kind, provider))
            return new(RejectionCode.Conflict, "framework", $"framework {code} is for {framework.ReportsInWords} ({framework.ProvidersInWords}), and this is {kind.Words().ToLowerInvariant()} ({provider.Words().ToLowerInvariant()}): name the framework that it was judged by, or tick on the page of frameworks that this one judges it too.");
        if (!framework.IsInForce(ended))
            return new(RejectionCode.Conflict, "framework", $"framework {code} judges from {framework.StartsOn:yyyy-MM-dd}{(framework.EndsOn is { } until ? $" to {until:yyyy-MM-dd}" : "")}, and the inspection ended on {ended:yyyy-MM-dd}: correct one of them.");
        foreach (var (area, grade) in judged)
            if (OfGrade(framework, area, grade) is { } wrong)
                return new(RejectionCode.Conflict, "framework", $"The grades of inspection {inspection} are not of framework {code}. {wrong.Sentence}");
        return null;
    }

    private Problem? OfDates(string inspection, DateOnly began)
    {
        var early = connection.Query(
            "SELECT Number, OriginallyDueOn FROM recommendation WHERE InspectionRef = $1 AND Counts = 1 AND OriginallyDueOn < $2 ORDER BY OriginallyDueOn LIMIT 1",
            row => (Number: row.GetString(0), Due: row.GetDay(1)), inspection, began).Select(one => ((string Number, DateOnly Due)?)one).FirstOrDefault();
        return early is not { } first ? null
            : new(RejectionCode.Conflict, "began_on", $"began_on is {began:yyyy-MM-dd}, and recommendation {first.Number} of it is due on {first.Due:yyyy-MM-dd}, before that: correct one of them.");
    }

    private Problem? OfJudgement(V1.Judgement judgement, Self self)
    {
        var (inspection, area) = (judgement.Inspection.Trim(), judgement.Area.Trim());
        if (Report(inspection) is not { } report)
            return NoReport(inspection);
        if (Twin("judgement", "InspectionRef = $1 AND Area = $2 COLLATE NOCASE", self, inspection, area) is { } twin)
            return new(RejectionCode.Conflict, "area", $"{area} of inspection {inspection} is judged in {twin} already: send a later version of that record.");
        if (report.Framework.Length == 0)
            return new(RejectionCode.Conflict, "inspection", $"Inspection {inspection} names no framework, so nothing says what its grades mean: send the inspection with its framework first.");
        return OfGrade(FrameworkReading.Named(connection, report.Framework)!, area, judgement.Grade.Trim());
    }

    /// <summary>What is wrong with a grade on a framework's scale.</summary>
    private static Problem? OfGrade(Framework framework, string area, string grade)
    {
        if (!framework.Has(area))
            return new(RejectionCode.UnknownCode, "area", area == Judgement.Overall
                ? $"{framework.Title} gives no overall grade: give one of its areas, {string.Join(", ", framework.Areas)}."
                : $"area is \"{area}\", which {framework.Title} does not grade: give one of {string.Join(", ", framework.HasOverall ? framework.Areas.Prepend(Judgement.Overall) : framework.Areas)}.");
        return framework.RankOf(grade) is not null ? null
            : new(RejectionCode.UnknownCode, "grade", $"grade is \"{grade}\", which {framework.Title} does not have: give one of {string.Join(", ", framework.Grades)}.");
    }

    private Problem? OfRecommendation(V1.Recommendation recommendation, Self self, IntakeTransaction transaction)
    {
        var (inspection, number) = (recommendation.Inspection.Trim(), recommendation.Number.Trim());
        if (Report(inspection) is not { } report)
            return NoReport(inspection);
        if (Twin("recommendation", "InspectionRef = $1 AND Number = $2 COLLATE NOCASE", self, inspection, number) is { } twin)
            return new(RejectionCode.Conflict, "number", $"Recommendation {number} of inspection {inspection} is {twin} already: send a later version of that record, or correct the number.");
        var due = IsoDay.Read(recommendation.DueOn)!.Value;
        if (due < report.BeganOn)
            return new(RejectionCode.Conflict, "due_on", $"due_on is {due:yyyy-MM-dd}, before the inspection began on {report.BeganOn:yyyy-MM-dd}: correct one of them.");
        if (IsoDay.Read(recommendation.CompletedOn) < report.BeganOn)
            return new(RejectionCode.Conflict, "completed_on", $"completed_on is {recommendation.CompletedOn}, before the inspection began on {report.BeganOn:yyyy-MM-dd}: correct one of them.");
        return OfOriginalDate(inspection, number, due, self, transaction);
    }

    /// <summary>
    /// An original date never changes, nor by taking the recommendation out and sending it anew. A slip of whoever typed it can be mended so on the day on which it
    /// came, while the date has not passed and nothing was done about it.
    /// </summary>
    private Problem? OfOriginalDate(string inspection, string number, DateOnly due, Self self, IntakeTransaction transaction)
    {
        var original = connection.Query(
            """
            SELECT OriginallyDueOn, 1 AS Stands FROM recommendation WHERE SourceId = $1 AND RecordId = $2 AND Counts = 1
            UNION ALL
            SELECT DueOn, 0 FROM (SELECT * FROM original_date WHERE InspectionRef = $3 AND Number = $4 ORDER BY Id DESC LIMIT 1)
            WHERE DueOn < $5 OR CameOn < $5 OR EXISTS (
              SELECT 1 FROM recommendation r WHERE r.InspectionRef = $3 AND r.Number = $4 COLLATE NOCASE AND r.Counts = 0
                AND (r.CompletedOn IS NOT NULL OR EXISTS (SELECT 1 FROM progress p WHERE p.RecommendationId = r.Id)))
            ORDER BY Stands DESC LIMIT 1
            """,
            row => ((DateOnly Day, bool Stands)?)(row.GetDay(0), row.GetBoolean(1)), self.SourceId, self.RecordId, inspection, number, DateOnly.FromDateTime(BusinessClock.Local(transaction.Now))).FirstOrDefault();
        return original is not { } first || first.Day == due ? null
            : new(RejectionCode.Conflict, "due_on", $"due_on is {due:yyyy-MM-dd}, and the original date of recommendation {number} is {first.Day:yyyy-MM-dd}. An original date never changes{(first.Stands
                ? ": agree a revised date on the recommendation's page."
                : ", though the recommendation was taken out: send it with that date.")} Where it is not the report's date, withdraw the recommendation on its page, with the reason, and send it with a number of its own, such as {number}a.");
    }

    private Problem? OfVisit(V1.HomeVisit visit)
    {
        var reference = visit.Provider.Trim();
        return KindOf(reference) switch
        {
            null => new(RejectionCode.Conflict, "provider", $"No provider {reference} is here: send the provider first, or correct its reference."),
            ProviderKind.ChildrensHome => null,
            _ => new(RejectionCode.Conflict, "provider", $"Provider {reference} is no children's home, and monthly visits are of children's homes: correct the reference."),
        };
    }

    private static Problem NoReport(string inspection) =>
        new(RejectionCode.Conflict, "inspection", $"No inspection {inspection} is here: send the inspection first, or correct its reference.");

    /// <summary>Null where no such provider is here.</summary>
    private ProviderKind? KindOf(string provider) =>
        connection.Query("SELECT Kind FROM provider WHERE Reference = $1 AND Counts = 1", row => (ProviderKind?)row.GetInt32(0), provider.Trim()).FirstOrDefault();

    private (DateOnly BeganOn, string Framework)? Report(string reference) => connection.Query(
        "SELECT BeganOn, Framework FROM inspection WHERE Reference = $1 AND Counts = 1", row => ((DateOnly, string)?)(row.GetDay(0), row.GetString(1)), reference).FirstOrDefault();

    /// <summary>A reference that other records, or what people set here, name stays as it is.</summary>
    /// <param name="naming">"table WHERE column", each that names it.</param>
    private Problem? Renamed(string table, string reference, Self self, IReadOnlyList<string> naming)
    {
        var before = connection.Query($"SELECT Reference FROM {table} WHERE SourceId = $1 AND RecordId = $2 AND Counts = 1", row => row.GetString(0), self.SourceId, self.RecordId).FirstOrDefault();
        if (before is null || before == reference || naming.All(names => connection.Scalar<long>($"SELECT EXISTS (SELECT 1 FROM {names} = $1)", before) == 0))
            return null;
        return new(RejectionCode.Conflict, table, $"{table} was {before} and is now {reference}, and other records name {before}: a reference that is named stays. Send it as {before}.");
    }

    /// <summary>"record R12 of case-system": another record that counts and is the same thing.</summary>
    private string? Twin(string table, string same, Self self, params string[] values) => connection.Query(
        $"""
         SELECT t.RecordId, s.Name FROM {table} t JOIN feed_source s ON s.Id = t.SourceId
         WHERE {same} AND t.Counts = 1 AND NOT (t.SourceId = {self.SourceId} AND t.RecordId = ${values.Length + 1}) LIMIT 1
         """, row => $"record {row.GetString(0)} of {row.GetString(1)}", [.. values, self.RecordId]).FirstOrDefault();

    private sealed record Self(int SourceId, string RecordId, long Version);
}
