using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Importing;
using ImprovementSuite.Platform.Importing;
using ImprovementSuite.Platform.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Logging;

namespace ImprovementSuite.Inspections.Pages.Inspections.Importing;

/// <summary>Files of inspections.</summary>
[Authorize(Tasks.LookAfterInspections)]
internal sealed class IndexModel(InspectionsDb db, InspectionImports imports, ILogger<IndexModel> log) : ImportsPage(db, imports, log);
