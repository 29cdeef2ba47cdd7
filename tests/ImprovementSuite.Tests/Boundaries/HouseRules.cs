using System.Reflection;
using System.Xml.Linq;
using ImprovementSuite.Contracts;
using ImprovementSuite.Inspections;
using ImprovementSuite.Plan;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Schools;
using ImprovementSuite.SocialCare;
using ImprovementSuite.Workforce;
using ImprovementSuite.Tests.Support;
using MediatR;

namespace ImprovementSuite.Tests.Boundaries;

/// <summary>The rules of the house that a machine can hold. Reflection sees what the code does, the project files what it may do.</summary>
public sealed class HouseRules
{
    private static readonly Assembly Contracts = typeof(MeasureValue).Assembly;
    private static readonly Assembly Platform = typeof(ModuleDb).Assembly;

    private static readonly (Type Door, Assembly Assembly)[] Modules = [(typeof(SocialCareModule), typeof(SocialCareModule).Assembly), (typeof(SchoolsModule), typeof(SchoolsModule).Assembly), (typeof(WorkforceModule), typeof(WorkforceModule).Assembly), (typeof(InspectionsModule), typeof(InspectionsModule).Assembly), (typeof(PlanModule), typeof(PlanModule).Assembly)];

    public static TheoryData<string> ModuleNames => new(Modules.Select(m => m.Assembly.GetName().Name!));

    [Fact]
    public void Every_module_folder_is_checked_here() =>
        Assert.Equal(
            Directory.GetDirectories(Path.Combine(Repository.Root, "modules")).Select(folder => Path.GetFileName(folder)).Order(),
            Modules.Select(m => m.Assembly.GetName().Name!).Order());

    [Theory]
    [MemberData(nameof(ModuleNames))]
    public void A_module_has_one_door(string module)
    {
        var (door, assembly) = Modules.First(m => m.Assembly.GetName().Name == module);

        var open = assembly.GetExportedTypes().Where(t => !IsMigration(t) && !IsGeneratedRazor(t));

        Assert.Equal([door], open);
    }

    [Theory]
    [MemberData(nameof(ModuleNames))]
    public void A_module_references_contracts_and_platform_and_no_other_part_of_the_house(string module)
    {
        var allowed = new[] { "ImprovementSuite.Contracts", "ImprovementSuite.Platform" };
        var (_, assembly) = Modules.First(m => m.Assembly.GetName().Name == module);

        Assert.Empty(OfTheHouse(assembly).Except(allowed));
        Assert.Equal(allowed, ProjectReferences($"modules/{module}/{module}.csproj").Order());
    }

    [Fact]
    public void Contracts_stands_on_nothing_but_MediatR()
    {
        Assert.Empty(OfTheHouse(Contracts));
        Assert.Equal(["MediatR"], Project("src/ImprovementSuite.Contracts/ImprovementSuite.Contracts.csproj").Descendants("PackageReference").Select(p => p.Attribute("Include")!.Value));
    }

    [Fact]
    public void Platform_stands_on_contracts_alone_and_on_no_modules_folder_there()
    {
        Assert.Equal(["ImprovementSuite.Contracts"], ProjectReferences("src/ImprovementSuite.Platform/ImprovementSuite.Platform.csproj"));
        Assert.DoesNotContain(Sources("src/ImprovementSuite.Platform"), source => source.Text.Contains("using ImprovementSuite.Contracts."));
    }

    [Fact]
    public void The_feed_agent_knows_the_suite_by_its_protos_alone() =>
        Assert.Empty(ProjectReferences("src/ImprovementSuite.FeedAgent/ImprovementSuite.FeedAgent.csproj"));

    /// <summary>Records of children and people never travel in a message.</summary>
    [Fact]
    public void A_notification_is_a_sealed_record_in_contracts()
    {
        var notifications = Modules.Select(m => m.Assembly).Append(Contracts).Append(Platform).SelectMany(a => a.GetTypes()).Where(t => t.IsAssignableTo(typeof(INotification)) && t.IsClass).ToList();

        Assert.NotEmpty(notifications);
        Assert.All(notifications, n => Assert.True(n.Assembly == Contracts && n.IsSealed && n.GetMethod("<Clone>$") is not null, n.FullName));
    }

    [Fact]
    public void Nobody_reads_the_clock_from_a_static()
    {
        var clocks = new[] { "DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow" };

        var readers = Sources("src").Concat(Sources("modules")).Where(s => clocks.Any(clock => s.Text.Contains(clock))).Select(s => s.Path);

        Assert.Empty(readers);
    }

    /// <summary>Names of the field belong to modules; Platform and Contracts know measures and feeds.</summary>
    [Theory]
    [InlineData("src/ImprovementSuite.Platform")]
    [InlineData("src/ImprovementSuite.Contracts")]
    public void The_ground_speaks_of_no_modules_things(string folder)
    {
        var words = new[] { "Child", "Referral", "School", "Inspection" };

        var types = (folder.EndsWith("Platform") ? Platform : Contracts).GetTypes().Where(t => words.Any(word => t.Name.Contains(word, StringComparison.Ordinal)));

        Assert.Empty(types);
    }

    [Fact]
    public void The_top_level_holds_what_the_house_names_and_nothing_else()
    {
        var named = new[] { "src", "tests", "protos", "modules", "ImprovementSuite.sln", "README.md", "Directory.Packages.props", "Directory.Build.props", "global.json" };

        var others = Directory.EnumerateFileSystemEntries(Repository.Root).Select(e => Path.GetFileName(e)!).Where(name => !name.StartsWith('.')).Except(named);

        Assert.Empty(others);
    }

    private static bool IsMigration(Type type) => type.Namespace?.EndsWith(".Migrations", StringComparison.Ordinal) == true;

    private static bool IsGeneratedRazor(Type type) => type.Namespace == "AspNetCoreGeneratedDocument";

    private static IEnumerable<string> OfTheHouse(Assembly assembly) => assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(name => name.StartsWith("ImprovementSuite"));

    private static IEnumerable<string> ProjectReferences(string project) =>
        Project(project).Descendants("ProjectReference").Select(p => Path.GetFileNameWithoutExtension(p.Attribute("Include")!.Value));

    private static XDocument Project(string path) => XDocument.Load(Path.Combine(Repository.Root, path));

    private static IEnumerable<(string Path, string Text)> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
            .Select(path => (path, File.ReadAllText(path)));
}
