using ImprovementSuite.Platform.Importing;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Importing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Logging;

namespace ImprovementSuite.Workforce.Pages.Workforce.Importing;

/// <summary>Files of the workforce.</summary>
[Authorize(Tasks.LookAfterWorkforce)]
internal sealed class IndexModel(WorkforceDb db, WorkforceImports imports, ILogger<IndexModel> log) : ImportsPage(db, imports, log);
