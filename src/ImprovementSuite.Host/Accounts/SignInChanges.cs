namespace ImprovementSuite.Host.Accounts;

/// <summary>Counts what this process has changed of accounts and sign-ins: as long as it stands still, what was read of an open sign-in a moment ago still holds.</summary>
internal sealed class SignInChanges
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public void Add() => Interlocked.Increment(ref _count);
}
