using CsCheck;
using ImprovementSuite.Workforce.Establishment;

namespace ImprovementSuite.Tests.Workforce.Establishment;

/// <summary>How a post stands on each day follows from its changes, however they fall; a recount day by day says the same.</summary>
public sealed class PostTimelineTests
{
    private const int Days = 40;

    private static readonly DateOnly First = new(2010, 1, 1);

    /// <summary>A post of two terms with any gap, and people and agency workers who come and go.</summary>
    private static readonly Gen<(List<Span> Terms, List<Span> Employed, List<Span> Agency)> Posts =
        from terms in Spans(2)
        from employed in Spans(4)
        from agency in Spans(3)
        select (terms.Count == 2 && terms[1].From <= terms[0].To ? [terms[0]] : terms, employed, agency);

    [Fact]
    public void Each_day_is_as_a_recount_finds_it() => Posts.Sample(post =>
    {
        var state = default(PostState);
        var steps = new Queue<(DateOnly Day, PostState Before, PostState After)>(PostTimeline.Walk(Changes(post.Terms, post.Employed, post.Agency)));
        for (var day = First; day < First.AddDays(Days); day = day.AddDays(1))
        {
            while (steps.TryPeek(out var step) && step.Day <= day)
            {
                Assert.Equal(state, step.Before);
                state = steps.Dequeue().After;
            }
            var fte = post.Terms.Where(term => term.Holds(day)).Sum(term => term.Fte);
            var (employed, agency) = (post.Employed.Where(span => span.Holds(day)).Sum(span => span.Fte), post.Agency.Where(span => span.Holds(day)).Sum(span => span.Fte));
            Assert.Equal((fte, Math.Max(0, fte - employed), Math.Max(0, fte - employed - agency)), (state.Fte, state.Vacant, state.Uncovered));
            Assert.Equal(state.Vacant, state.Covered + state.Uncovered);
            Assert.Equal(state.Fte, state.InPost + state.Vacant);
        }
    });

    [Fact]
    public void Posts_do_not_run_into_each_other()
    {
        PostChange[] changes =
        [
            new("S1", First, PostChangeKind.Stands, 100, PostRole.SocialWorker, 1), new("S1", First, PostChangeKind.Employed, 100, default, 0),
            new("S2", First, PostChangeKind.Stands, 60, PostRole.TeamManager, 2),
        ];

        Assert.Equal(
            [new PostState(PostRole.SocialWorker, 1, 100, 100, 0), new PostState(PostRole.TeamManager, 2, 60, 0, 0)],
            PostTimeline.Walk(changes).Select(step => step.After));
        Assert.All(PostTimeline.Walk(changes), step => Assert.Equal(default, step.Before));
    }

    private static IEnumerable<PostChange> Changes(IEnumerable<Span> terms, IEnumerable<Span> employed, IEnumerable<Span> agency) =>
        terms.SelectMany(term => new PostChange[]
            {
                new("S1", term.From, PostChangeKind.Stands, term.Fte, PostRole.SocialWorker, 1), new("S1", term.To.AddDays(1), PostChangeKind.Ends, 0, default, 0),
            })
            .Concat(employed.SelectMany(span => Comes(span, PostChangeKind.Employed))).Concat(agency.SelectMany(span => Comes(span, PostChangeKind.Agency)))
            .OrderBy(change => change.Day).ThenBy(change => change.Kind);

    private static PostChange[] Comes(Span span, PostChangeKind kind) =>
        [new("S1", span.From, kind, span.Fte, default, 0), new("S1", span.To.AddDays(1), kind, -span.Fte, default, 0)];

    private static Gen<List<Span>> Spans(int most) => Gen.Select(Gen.Int[0, Days - 1], Gen.Int[0, 20], Gen.Int[1, 100])
        .Select(one => new Span(First.AddDays(one.Item1), First.AddDays(one.Item1 + one.Item2), one.Item3)).List[0, most].Select(spans => spans.OrderBy(span => span.From).ToList());

    private sealed record Span(DateOnly From, DateOnly To, int Fte)
    {
        public bool Holds(DateOnly day) => From <= day && day <= To;
    }
}
