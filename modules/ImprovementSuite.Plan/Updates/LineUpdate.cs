using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Updates;

/// <summary>How far a lead's update has come.</summary>
internal enum UpdateState
{
    /// <summary>Only the lead and the performance manager see it.</summary>
    Draft,

    /// <summary>The performance manager has it to accept or to return.</summary>
    Submitted,

    /// <summary>It stands in the plan and goes to the panel.</summary>
    Accepted,
}

/// <summary>What a line's lead tells one panel: three short answers, a colour, and a reason where that is not the figures' colour.</summary>
internal sealed class LineUpdate
{
    /// <summary>Characters of any one answer.</summary>
    public const int Longest = 20_000;

    public int Id { get; init; }

    /// <summary>The meeting that it is for.</summary>
    public DateOnly Panel { get; init; }

    public required string Line { get; init; }
    public UpdateState State { get; private set; }
    public string? WhatChanged { get; private set; }
    public string? Why { get; private set; }
    public string? WhatNext { get; private set; }
    public Colour Declared { get; private set; } = Colour.None;
    public Direction? DeclaredDirection { get; private set; }

    /// <summary>Why the declared colour is not the computed one.</summary>
    public string? Reason { get; private set; }

    public string? AuthorId { get; private set; }
    public string? AuthorName { get; private set; }
    public DateTime? SavedAt { get; private set; }
    public DateTime? SubmittedAt { get; private set; }
    public string? AcceptedBy { get; private set; }
    public DateTime? AcceptedAt { get; private set; }

    /// <summary>What the performance manager asked when it was last returned.</summary>
    public string? ReturnedWith { get; private set; }

    public int Version { get; private set; }

    /// <summary>It is with the performance manager, or in the plan.</summary>
    public bool IsIn => State != UpdateState.Draft;

    /// <summary>The performance manager has asked something, and it is not submitted again yet.</summary>
    public bool IsReturned => State == UpdateState.Draft && ReturnedWith is not null;

    /// <summary>The three answers as one text, which is how the plan keeps a lead's words.</summary>
    public string Commentary => string.Join("\n\n", new[] { WhatChanged, Why, WhatNext }.Where(answer => !string.IsNullOrWhiteSpace(answer)));

    public UpdateWords Words => new(WhatChanged, Why, WhatNext, Declared, DeclaredDirection, Reason);

    /// <summary>Keeps what the lead has written so far.</summary>
    /// <exception cref="InvalidOperationException">It is with the performance manager, or accepted.</exception>
    public void Write(UpdateWords words, Actor actor, DateTime now)
    {
        if (State != UpdateState.Draft)
            throw new InvalidOperationException("Only a draft can be written in.");
        (WhatChanged, Why, WhatNext, Declared, DeclaredDirection, Reason) = words;
        (AuthorId, AuthorName, SavedAt) = (actor.Id, actor.Name, now);
    }

    public void Submit(Actor actor, DateTime now)
    {
        if (State != UpdateState.Draft)
            throw new InvalidOperationException("Only a draft is submitted.");
        (State, SubmittedAt) = (UpdateState.Submitted, now);
        (AuthorId, AuthorName) = (actor.Id, actor.Name);
    }

    /// <summary>The performance manager takes it into the plan: the line now declares what it says.</summary>
    /// <exception cref="InvalidOperationException">Nobody accepts an update of their own, and only a submitted one is accepted.</exception>
    public void Accept(Line line, Actor actor, DateTime now)
    {
        if (State != UpdateState.Submitted)
            throw new InvalidOperationException("Only a submitted update is accepted.");
        if (actor.Id == AuthorId)
            throw new InvalidOperationException("Nobody accepts an update of their own.");
        (State, AcceptedBy, AcceptedAt) = (UpdateState.Accepted, actor.Name, now);
        line.Declare(this);
    }

    /// <summary>The performance manager asks the lead again. Until it is accepted anew the plan keeps what it has.</summary>
    /// <exception cref="InvalidOperationException">It is a draft: the lead has it already.</exception>
    public void Return(string question)
    {
        if (State == UpdateState.Draft)
            throw new InvalidOperationException("A draft is with its lead already.");
        (State, ReturnedWith, SubmittedAt) = (UpdateState.Draft, question, null);
        (AcceptedBy, AcceptedAt) = (null, null);
    }
}

/// <summary>What a lead writes in an update.</summary>
internal sealed record UpdateWords(string? WhatChanged, string? Why, string? WhatNext, Colour Declared, Direction? DeclaredDirection, string? Reason);
