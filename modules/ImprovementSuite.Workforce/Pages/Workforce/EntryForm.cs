using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Workforce.Pages.Workforce;

/// <summary>A form of the module.</summary>
internal abstract class EntryForm(WorkforceDb db, BusinessClock clock) : EntryForm<WorkforceDb>(db, clock);
