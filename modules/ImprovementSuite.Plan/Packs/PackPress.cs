using System.Collections.Concurrent;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Plan.Packs;

/// <summary>
/// Writes the packs of long plans in the background, so that a page can show how far they are. A written file is kept until others take its
/// place or the suite stops; whoever asks then has it written again, from the same content.
/// </summary>
internal sealed class PackPress(IServiceScopeFactory scopes)
{
    /// <summary>A pack of up to so many lines is written while its reader's browser waits: a fraction of a second.</summary>
    public const int LinesAtOnce = 100;

    private const int Kept = 8;

    private readonly ConcurrentDictionary<Order, Print> _prints = new();
    private long _numbers;

    /// <summary>The print of this edition; the first to ask has it written.</summary>
    public Print Ordered(ShelvedPack pack, PackForm form, IBackgroundJobClient jobs)
    {
        var order = new Order(pack.Content.Panel, form, pack.Edition);
        var mine = new Print { Number = Interlocked.Increment(ref _numbers) };
        var print = _prints.GetOrAdd(order, mine);
        if (print != mine)
            return print;
        foreach (var (old, _) in _prints.Where(each => each.Key != order && each.Value.IsDone).OrderByDescending(each => each.Value.Number).Skip(Kept - 1))
            _prints.TryRemove(old, out _);
        jobs.Enqueue<PackPress>(press => press.Write(order.Panel, order.Form, order.Edition, CancellationToken.None));
        return print;
    }

    /// <summary>The file, where this edition has been written.</summary>
    public byte[]? Written(ShelvedPack pack, PackForm form) => _prints.GetValueOrDefault(new(pack.Content.Panel, form, pack.Edition))?.File;

    /// <summary>Has a failed one written again when somebody next asks.</summary>
    public void Forget(ShelvedPack pack, PackForm form) => _prints.TryRemove(new(pack.Content.Panel, form, pack.Edition), out _);

    /// <summary>The job itself.</summary>
    [AutomaticRetry(Attempts = 0)]
    public async Task Write(DateOnly panel, PackForm form, string edition, CancellationToken cancel)
    {
        if (!_prints.TryGetValue(new(panel, form, edition), out var print))
            return;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var pack = await scope.ServiceProvider.GetRequiredService<PackShelf>().Of(panel, cancel);
            // The plan has changed since it was ordered: who asked will order the new edition.
            if (pack?.Edition == edition)
                print.File = form.Write(pack.Content, print.Progress);
        }
        finally
        {
            print.Failed = print.File is null;
        }
    }

    private sealed record Order(DateOnly Panel, PackForm Form, string Edition);

    /// <summary>A file that is being written, or is.</summary>
    internal sealed class Print
    {
        public required long Number { get; init; }
        public PackProgress Progress { get; } = new();
        public byte[]? File { get; set; }
        public bool Failed { get; set; }
        public bool IsDone => File is not null || Failed;
    }
}
