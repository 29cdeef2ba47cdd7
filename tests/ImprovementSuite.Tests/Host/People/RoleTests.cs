using ImprovementSuite.Host.People;
using ImprovementSuite.Platform.People;
using Xunit;

namespace ImprovementSuite.Tests.Host.People;

public class RoleTests
{
    [Fact]
    public void Every_task_belongs_to_a_role() => Assert.All(Tasks.All, task => Assert.NotEmpty(Role.NamesWith(task)));

    [Fact]
    public void No_role_has_a_task_that_does_not_exist() => Assert.Empty(Role.All.SelectMany(role => role.Tasks).Except(Tasks.All));

    [Fact]
    public void The_page_of_roles_names_every_task_in_their_order() => Assert.Equal(Tasks.All, TaskWords.All.Select(words => words.Task));

    [Fact]
    public void An_administrator_runs_the_service_without_reading_records_of_people() => Assert.DoesNotContain(Tasks.ReadRecords, Role.Administrator.Tasks);

    [Fact]
    public void An_adviser_from_outside_changes_nothing_and_reads_no_records() =>
        Assert.Empty(Role.Adviser.Tasks.Intersect([Tasks.EditPlan, Tasks.ReadRecords, Tasks.ChangeDefinitions, Tasks.ManageFeeds]));

    [Fact]
    public void The_demo_has_somebody_of_every_role() => Assert.Equal(Role.All, DemoPerson.All.Select(person => person.Role).Distinct());
}
