using ImprovementSuite.Platform.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Schools.Pages.Schools;

[Authorize(Tasks.ReadFigures)]
internal sealed class IndexModel : PageModel;
