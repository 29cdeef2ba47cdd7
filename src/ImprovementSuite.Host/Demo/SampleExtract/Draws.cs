namespace ImprovementSuite.Host.Demo.SampleExtract;

/// <summary>Draws from a seeded source: the same seed gives the same extract, byte for byte.</summary>
internal static class Draws
{
    public static bool Chance(this Random random, double share) => random.NextDouble() < share;

    public static T Pick<T>(this Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];

    public static T Pick<T>(this Random random, IReadOnlyList<T> from, IReadOnlyList<double> weights)
    {
        var point = random.NextDouble() * weights.Sum();
        for (var i = 0; i < from.Count; i++)
            if ((point -= weights[i]) < 0)
                return from[i];
        return from[^1];
    }

    public static T[] Shuffled<T>(this Random random, IEnumerable<T> things)
    {
        var shuffled = things.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }
}
