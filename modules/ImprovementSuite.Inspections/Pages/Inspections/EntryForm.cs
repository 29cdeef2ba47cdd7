using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Inspections.Pages.Inspections;

/// <summary>A form of the module.</summary>
internal abstract class EntryForm(InspectionsDb db, BusinessClock clock) : EntryForm<InspectionsDb>(db, clock);
