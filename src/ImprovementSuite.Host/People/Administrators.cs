using System.Linq.Expressions;
using ImprovementSuite.Host.Accounts;

namespace ImprovementSuite.Host.People;

/// <summary>Whoever can let others in. There is always one once there has been one.</summary>
internal static class Administrators
{
    private static readonly string Name = Role.Administrator.Name;

    public static readonly Expression<Func<Account, bool>> May = account => account.ClosedAt == null && ("\n" + account.Roles + "\n").Contains("\n" + Name + "\n");
}
