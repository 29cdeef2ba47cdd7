using ImprovementSuite.Platform.Storage;

namespace ImprovementSuite.Platform.PersonalData;

/// <summary>A type of record that is not kept for ever.</summary>
/// <param name="Name">Its table, which has an <c>Id</c>; what hangs on a row goes with it by the table's own foreign keys.</param>
/// <param name="Plural">As people read several of them: "section 47 enquiries".</param>
/// <param name="After">What the years are counted from: "the last day of the child's case".</param>
/// <param name="Past">
/// SQL that gives <c>Id</c> and <c>Last</c>, a day number, of the rows that may go once their last day is long enough ago. A row that something kept
/// depends on, or that is still open, is not among them.
/// </param>
public sealed record RetainedType(string Name, string Plural, string After, string Past);

/// <summary>What a module may remove when it is past its time. A module registers one as a singleton and adds <see cref="RetentionTables"/> to its model.</summary>
/// <param name="Database">Where the records are.</param>
/// <param name="Title">The module as people call it.</param>
/// <param name="Types">In the order of the page.</param>
/// <param name="Prepare">SQL that makes temporary tables for the <c>Past</c> of the types.</param>
/// <param name="Temporary">The names of these tables.</param>
/// <param name="Afterwards">SQL that removes what nothing refers to any more, after a removal; the temporary tables are still there.</param>
public sealed record RetainedRecords(
    ModuleDatabase Database, string Title, IReadOnlyList<RetainedType> Types, string Prepare = "", IReadOnlyList<string>? Temporary = null, string Afterwards = "");
