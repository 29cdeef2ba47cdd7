using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace ImprovementSuite.Inspections.Data.Migrations
{
    /// <inheritdoc />
    public partial class Inspections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "change_log",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ActorId = table.Column<string>(type: "TEXT", nullable: false),
                    ActorName = table.Column<string>(type: "TEXT", nullable: false),
                    Action = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: true),
                    After = table.Column<string>(type: "TEXT", nullable: true),
                    Why = table.Column<string>(type: "TEXT", nullable: true),
                    PreviousHash = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_change_log", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "evidence",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Of = table.Column<int>(type: "INTEGER", nullable: false),
                    SubjectId = table.Column<long>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Link = table.Column<string>(type: "TEXT", nullable: true),
                    FileName = table.Column<string>(type: "TEXT", nullable: true),
                    MediaType = table.Column<string>(type: "TEXT", nullable: true),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: true),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: true),
                    AddedBy = table.Column<string>(type: "TEXT", nullable: false),
                    AddedById = table.Column<string>(type: "TEXT", nullable: false),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RemovedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evidence", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "feed_checkpoint",
                columns: table => new
                {
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    Stream = table.Column<string>(type: "TEXT", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feed_checkpoint", x => new { x.SourceId, x.Stream });
                });

            migrationBuilder.CreateTable(
                name: "feed_receipt",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    Client = table.Column<string>(type: "TEXT", nullable: false),
                    Stream = table.Column<string>(type: "TEXT", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Accepted = table.Column<int>(type: "INTEGER", nullable: false),
                    Duplicate = table.Column<int>(type: "INTEGER", nullable: false),
                    Stale = table.Column<int>(type: "INTEGER", nullable: false),
                    Reconciled = table.Column<int>(type: "INTEGER", nullable: false),
                    Rejected = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feed_receipt", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "feed_rejection",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordType = table.Column<string>(type: "TEXT", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Field = table.Column<string>(type: "TEXT", nullable: false),
                    Sentence = table.Column<string>(type: "TEXT", nullable: false),
                    Record = table.Column<string>(type: "TEXT", nullable: false),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CorrectedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SetAsideAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SetAsideBy = table.Column<string>(type: "TEXT", nullable: true),
                    SetAsideWhy = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feed_rejection", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "feed_source",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feed_source", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "framework",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Grades = table.Column<string>(type: "TEXT", nullable: false),
                    GoodFrom = table.Column<int>(type: "INTEGER", nullable: false),
                    HasOverall = table.Column<bool>(type: "INTEGER", nullable: false),
                    Areas = table.Column<string>(type: "TEXT", nullable: false),
                    StartsOn = table.Column<int>(type: "INTEGER", nullable: false),
                    EndsOn = table.Column<int>(type: "INTEGER", nullable: true),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_framework", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "frozen_report",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    PeriodFrom = table.Column<int>(type: "INTEGER", nullable: false),
                    FrozenOn = table.Column<int>(type: "INTEGER", nullable: false),
                    FrozenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    FrozenBy = table.Column<string>(type: "TEXT", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_frozen_report", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "home_visit",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProviderRef = table.Column<string>(type: "TEXT", nullable: false),
                    VisitedOn = table.Column<int>(type: "INTEGER", nullable: false),
                    Visitor = table.Column<string>(type: "TEXT", nullable: false),
                    Finding = table.Column<string>(type: "TEXT", nullable: false),
                    ReportedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_home_visit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "import",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Form = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    IsTyped = table.Column<bool>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    PassedOver = table.Column<string>(type: "TEXT", nullable: false),
                    TakenAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TakenAs = table.Column<long>(type: "INTEGER", nullable: false),
                    New = table.Column<int>(type: "INTEGER", nullable: false),
                    Changed = table.Column<int>(type: "INTEGER", nullable: false),
                    Same = table.Column<int>(type: "INTEGER", nullable: false),
                    Rejected = table.Column<int>(type: "INTEGER", nullable: false),
                    UndoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UndoneAs = table.Column<long>(type: "INTEGER", nullable: false),
                    UndoneBy = table.Column<string>(type: "TEXT", nullable: true),
                    UndoneWhy = table.Column<string>(type: "TEXT", nullable: true),
                    LeftAlone = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "import_fault",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ImportId = table.Column<int>(type: "INTEGER", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    Heading = table.Column<string>(type: "TEXT", nullable: false),
                    Sentence = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_fault", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "import_record",
                columns: table => new
                {
                    ImportId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Body = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Before = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_record", x => new { x.ImportId, x.RecordId });
                });

            migrationBuilder.CreateTable(
                name: "indicator",
                columns: table => new
                {
                    Measure = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Polarity = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<decimal>(type: "TEXT", nullable: true),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    On = table.Column<int>(type: "INTEGER", nullable: true),
                    Neighbours = table.Column<decimal>(type: "TEXT", nullable: true),
                    National = table.Column<decimal>(type: "TEXT", nullable: true),
                    IsInPlan = table.Column<bool>(type: "INTEGER", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_indicator", x => x.Measure);
                });

            migrationBuilder.CreateTable(
                name: "indicator_change",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ToldOn = table.Column<int>(type: "INTEGER", nullable: false),
                    InLineChange = table.Column<int>(type: "INTEGER", nullable: false),
                    ComparedChange = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_indicator_change", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "inspection",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Reference = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    ProviderRef = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Framework = table.Column<string>(type: "TEXT", nullable: false),
                    BeganOn = table.Column<int>(type: "INTEGER", nullable: false),
                    EndedOn = table.Column<int>(type: "INTEGER", nullable: false),
                    PublishedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    Report = table.Column<string>(type: "TEXT", nullable: false),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inspection", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "inspections_settings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LeftOut = table.Column<string>(type: "TEXT", nullable: false),
                    InBlockA = table.Column<string>(type: "TEXT", nullable: false),
                    ReviewsFrom = table.Column<int>(type: "INTEGER", nullable: false),
                    AuthorityCode = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inspections_settings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "judgement",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    InspectionRef = table.Column<string>(type: "TEXT", nullable: false),
                    Area = table.Column<string>(type: "TEXT", nullable: false),
                    Grade = table.Column<string>(type: "TEXT", nullable: false),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_judgement", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "judgement_measure",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProviderRef = table.Column<string>(type: "TEXT", nullable: false),
                    Area = table.Column<string>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_judgement_measure", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "judgement_told",
                columns: table => new
                {
                    JudgementId = table.Column<long>(type: "INTEGER", nullable: false),
                    Fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_judgement_told", x => x.JudgementId);
                });

            migrationBuilder.CreateTable(
                name: "ledger_event",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RecommendationId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    Day = table.Column<int>(type: "INTEGER", nullable: true),
                    Before = table.Column<int>(type: "INTEGER", nullable: true),
                    ApprovedBy = table.Column<string>(type: "TEXT", nullable: true),
                    Words = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_event", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "measure_value",
                columns: table => new
                {
                    Measure = table.Column<string>(type: "TEXT", nullable: false),
                    PeriodKind = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<int>(type: "INTEGER", nullable: false),
                    To = table.Column<int>(type: "INTEGER", nullable: false),
                    ScopeKind = table.Column<int>(type: "INTEGER", nullable: false),
                    ScopeCode = table.Column<string>(type: "TEXT", nullable: false),
                    Within = table.Column<string>(type: "TEXT", nullable: false),
                    Numerator = table.Column<long>(type: "INTEGER", nullable: false),
                    Denominator = table.Column<long>(type: "INTEGER", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_measure_value", x => new { x.Measure, x.PeriodKind, x.From, x.To, x.ScopeKind, x.ScopeCode, x.Within });
                });

            migrationBuilder.CreateTable(
                name: "outgoing_message",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Type = table.Column<string>(type: "TEXT", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    Created = table.Column<long>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NextAttempt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastError = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outgoing_message", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "overview_authority",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Neighbours = table.Column<string>(type: "TEXT", nullable: false),
                    Framework = table.Column<string>(type: "TEXT", nullable: false),
                    On = table.Column<int>(type: "INTEGER", nullable: false),
                    Overall = table.Column<string>(type: "TEXT", nullable: true),
                    Leaders = table.Column<string>(type: "TEXT", nullable: true),
                    HelpAndProtection = table.Column<string>(type: "TEXT", nullable: true),
                    InCare = table.Column<string>(type: "TEXT", nullable: true),
                    CareLeavers = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_overview_authority", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "overview_file",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    UploadedBy = table.Column<string>(type: "TEXT", nullable: false),
                    UploadedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_overview_file", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "profile_band",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LowestPercent = table.Column<int>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    StartsOn = table.Column<int>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_profile_band", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "progress",
                columns: table => new
                {
                    RecommendationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Owner = table.Column<string>(type: "TEXT", nullable: true),
                    Service = table.Column<string>(type: "TEXT", nullable: true),
                    RevisedDueOn = table.Column<int>(type: "INTEGER", nullable: true),
                    CompletedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    CompletedBy = table.Column<string>(type: "TEXT", nullable: true),
                    CompletedById = table.Column<string>(type: "TEXT", nullable: true),
                    ValidatedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    ValidatedBy = table.Column<string>(type: "TEXT", nullable: true),
                    ValidatedHow = table.Column<int>(type: "INTEGER", nullable: true),
                    Finding = table.Column<string>(type: "TEXT", nullable: true),
                    WithdrawnOn = table.Column<int>(type: "INTEGER", nullable: true),
                    DuplicateOfId = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_progress", x => x.RecommendationId);
                });

            migrationBuilder.CreateTable(
                name: "provider",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Reference = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Service = table.Column<string>(type: "TEXT", nullable: false),
                    Urn = table.Column<string>(type: "TEXT", nullable: false),
                    OpenedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    ClosedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_provider", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "provider_readiness",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProviderRef = table.Column<string>(type: "TEXT", nullable: false),
                    WindowFrom = table.Column<int>(type: "INTEGER", nullable: true),
                    WindowTo = table.Column<int>(type: "INTEGER", nullable: true),
                    Framework = table.Column<string>(type: "TEXT", nullable: false),
                    SelfAssessment = table.Column<string>(type: "TEXT", nullable: false),
                    ServiceGrade = table.Column<string>(type: "TEXT", nullable: false),
                    ServiceBy = table.Column<string>(type: "TEXT", nullable: false),
                    ServiceById = table.Column<string>(type: "TEXT", nullable: false),
                    ServiceOn = table.Column<int>(type: "INTEGER", nullable: false),
                    ReviewerGrade = table.Column<string>(type: "TEXT", nullable: true),
                    ReviewerWhy = table.Column<string>(type: "TEXT", nullable: true),
                    ReviewerBy = table.Column<string>(type: "TEXT", nullable: true),
                    ReviewerById = table.Column<string>(type: "TEXT", nullable: true),
                    ReviewerOn = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_provider_readiness", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "published_day",
                columns: table => new
                {
                    Day = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_published_day", x => x.Day);
                });

            migrationBuilder.CreateTable(
                name: "recalculation_mark",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recalculation_mark", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "recommendation",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    InspectionRef = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Owner = table.Column<string>(type: "TEXT", nullable: false),
                    Service = table.Column<string>(type: "TEXT", nullable: false),
                    OriginallyDueOn = table.Column<int>(type: "INTEGER", nullable: false),
                    CompletedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    Evidence = table.Column<string>(type: "TEXT", nullable: false),
                    ValidatedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    ValidatedBy = table.Column<string>(type: "TEXT", nullable: false),
                    ValidatedHow = table.Column<int>(type: "INTEGER", nullable: true),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recommendation", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "recommendation_action",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RecommendationId = table.Column<long>(type: "INTEGER", nullable: false),
                    What = table.Column<string>(type: "TEXT", nullable: false),
                    Who = table.Column<string>(type: "TEXT", nullable: false),
                    DueOn = table.Column<int>(type: "INTEGER", nullable: false),
                    DoneOn = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recommendation_action", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "recommendation_told",
                columns: table => new
                {
                    RecommendationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recommendation_told", x => x.RecommendationId);
                });

            migrationBuilder.CreateTable(
                name: "reminder",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Service = table.Column<string>(type: "TEXT", nullable: false, collation: "NOCASE"),
                    DueOn = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    MessageId = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Address = table.Column<string>(type: "TEXT", nullable: true),
                    Subject = table.Column<string>(type: "TEXT", nullable: true),
                    Body = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimedBy = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NextAttempt = table.Column<long>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastError = table.Column<string>(type: "TEXT", nullable: true),
                    MarkedBy = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reminder", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "report_measure",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    InspectionRef = table.Column<string>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_measure", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "review_reader",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    InspectionRef = table.Column<string>(type: "TEXT", nullable: false),
                    PersonId = table.Column<string>(type: "TEXT", nullable: false),
                    PersonName = table.Column<string>(type: "TEXT", nullable: false),
                    NamedBy = table.Column<string>(type: "TEXT", nullable: false),
                    NamedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_review_reader", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "service_contact",
                columns: table => new
                {
                    Service = table.Column<string>(type: "TEXT", nullable: false, collation: "NOCASE"),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Email = table.Column<string>(type: "TEXT", nullable: false),
                    EscalateTo = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_service_contact", x => x.Service);
                });

            migrationBuilder.CreateTable(
                name: "source_of_record",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RecordType = table.Column<string>(type: "TEXT", nullable: false),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_source_of_record", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "stale_day",
                columns: table => new
                {
                    Measure = table.Column<string>(type: "TEXT", nullable: false),
                    Day = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stale_day", x => new { x.Measure, x.Day });
                });

            migrationBuilder.CreateTable(
                name: "tally",
                columns: table => new
                {
                    Measure = table.Column<string>(type: "TEXT", nullable: false),
                    Day = table.Column<int>(type: "INTEGER", nullable: false),
                    Team = table.Column<int>(type: "INTEGER", nullable: false),
                    Numerator = table.Column<long>(type: "INTEGER", nullable: false),
                    Denominator = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tally", x => new { x.Measure, x.Day, x.Team });
                });

            migrationBuilder.CreateTable(
                name: "working_day",
                columns: table => new
                {
                    Day = table.Column<int>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_working_day", x => x.Day);
                });

            migrationBuilder.InsertData(
                table: "framework",
                columns: new[] { "Id", "Areas", "Code", "EndsOn", "GoodFrom", "Grades", "HasOverall", "Source", "StartsOn", "Title", "Version" },
                values: new object[,]
                {
                    { 1, "[]", "ofsted-2009", 734745, 2, "[\"inadequate\",\"satisfactory\",\"good\",\"outstanding\"]", true, "Grades as in the council's plan of 2010; the four together are Ofsted's of those years", 732189, "Ofsted inspections of services and settings, 2009 to 2012", 0 },
                    { 2, "[]", "scr-2008", 734714, 1, "[\"inadequate\",\"adequate\",\"good\",\"outstanding\"]", true, "Ofsted's evaluations of serious case reviews; adequate or better is what the plan of 2010 asks for", 733132, "Evaluations of serious case reviews, 2008 to 2012", 0 },
                    { 3, "[]", "profile-2008", 734501, 2, "[\"poorly\",\"adequately\",\"well\",\"excellently\"]", true, "Annual ratings 2009 to 2011, as reported in December 2010: performs excellently, well, adequately, poorly", 733407, "Annual performance profile of children's services, 2009 to 2011", 0 },
                    { 4, "[]", "ofsted-2012", null, 2, "[\"inadequate\",\"requires improvement\",\"good\",\"outstanding\"]", true, "Scale of Ofsted's inspections with requires improvement in place of satisfactory; check when it began and ended for each sort of setting", 734746, "Ofsted inspections of services and settings, from September 2012", 0 },
                    { 5, "[\"leaders\",\"help-and-protection\",\"in-care\",\"care-leavers\"]", "ilacs-2018", 739705, 2, "[\"inadequate\",\"requires improvement\",\"good\",\"outstanding\"]", true, "Ofsted, ILACS framework; grades as in the overview of authorities", 736694, "Inspection of local authority children's services (ILACS), 2018 to March 2026", 0 },
                    { 6, "[\"leaders\",\"help-and-protection\",\"in-care\",\"care-leavers\"]", "ilacs-2026", null, 2, "[\"inadequate\",\"requires improvement\",\"good\",\"outstanding\"]", false, "Ofsted, ILACS framework without an overall grade from April 2026", 739706, "Inspection of local authority children's services (ILACS), from April 2026", 0 }
                });

            migrationBuilder.InsertData(
                table: "inspections_settings",
                columns: new[] { "Id", "AuthorityCode", "InBlockA", "LeftOut", "ReviewsFrom", "Version" },
                values: new object[] { 1, null, "[2,5,6,7,8,9,10]", "[5,9]", 733862, 0 });

            migrationBuilder.InsertData(
                table: "profile_band",
                columns: new[] { "Id", "LowestPercent", "Source", "StartsOn", "Version", "Words" },
                values: new object[,]
                {
                    { 1, 0, "The council's plan of 2010, which calls 54.9% so; where performing adequately begins is not published: add it when it is known", 733407, 0, "performing poorly" },
                    { 2, 65, "The council's plan of 2010: 65% to 79%", 733407, 0, "performing well" },
                    { 3, 80, "Derived: what is above 79%", 733407, 0, "performing excellently" }
                });

            migrationBuilder.CreateIndex(
                name: "IX_evidence_Of_SubjectId",
                table: "evidence",
                columns: new[] { "Of", "SubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_feed_receipt_ReceivedAt",
                table: "feed_receipt",
                column: "ReceivedAt");

            migrationBuilder.CreateIndex(
                name: "IX_feed_receipt_SourceId_ReceivedAt",
                table: "feed_receipt",
                columns: new[] { "SourceId", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_feed_rejection_CorrectedAt",
                table: "feed_rejection",
                column: "CorrectedAt");

            migrationBuilder.CreateIndex(
                name: "IX_feed_rejection_SourceId_RecordType_RecordId",
                table: "feed_rejection",
                columns: new[] { "SourceId", "RecordType", "RecordId" });

            migrationBuilder.CreateIndex(
                name: "IX_feed_source_Name",
                table: "feed_source",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_framework_Code",
                table: "framework",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_frozen_report_FrozenOn",
                table: "frozen_report",
                column: "FrozenOn");

            migrationBuilder.CreateIndex(
                name: "IX_frozen_report_Kind_PeriodFrom",
                table: "frozen_report",
                columns: new[] { "Kind", "PeriodFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_home_visit_ProviderRef_VisitedOn",
                table: "home_visit",
                columns: new[] { "ProviderRef", "VisitedOn" },
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_home_visit_SourceId_RecordId",
                table: "home_visit",
                columns: new[] { "SourceId", "RecordId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_import_fault_ImportId",
                table: "import_fault",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_indicator_change_ToldOn",
                table: "indicator_change",
                column: "ToldOn");

            migrationBuilder.CreateIndex(
                name: "IX_inspection_ProviderRef",
                table: "inspection",
                column: "ProviderRef",
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_inspection_Reference",
                table: "inspection",
                column: "Reference",
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_inspection_SourceId_RecordId",
                table: "inspection",
                columns: new[] { "SourceId", "RecordId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_judgement_InspectionRef_Area",
                table: "judgement",
                columns: new[] { "InspectionRef", "Area" },
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_judgement_SourceId_RecordId",
                table: "judgement",
                columns: new[] { "SourceId", "RecordId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_judgement_measure_ProviderRef_Area",
                table: "judgement_measure",
                columns: new[] { "ProviderRef", "Area" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_event_RecommendationId",
                table: "ledger_event",
                column: "RecommendationId");

            migrationBuilder.CreateIndex(
                name: "IX_outgoing_message_NextAttempt",
                table: "outgoing_message",
                column: "NextAttempt");

            migrationBuilder.CreateIndex(
                name: "IX_profile_band_StartsOn_LowestPercent",
                table: "profile_band",
                columns: new[] { "StartsOn", "LowestPercent" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_progress_DuplicateOfId",
                table: "progress",
                column: "DuplicateOfId");

            migrationBuilder.CreateIndex(
                name: "IX_provider_Reference",
                table: "provider",
                column: "Reference",
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_provider_SourceId_RecordId",
                table: "provider",
                columns: new[] { "SourceId", "RecordId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_provider_readiness_ProviderRef",
                table: "provider_readiness",
                column: "ProviderRef",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_recommendation_InspectionRef_Number",
                table: "recommendation",
                columns: new[] { "InspectionRef", "Number" },
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_recommendation_OriginallyDueOn",
                table: "recommendation",
                column: "OriginallyDueOn",
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_recommendation_SourceId_RecordId",
                table: "recommendation",
                columns: new[] { "SourceId", "RecordId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_recommendation_action_RecommendationId",
                table: "recommendation_action",
                column: "RecommendationId");

            migrationBuilder.CreateIndex(
                name: "IX_reminder_Service_DueOn_Kind",
                table: "reminder",
                columns: new[] { "Service", "DueOn", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_report_measure_InspectionRef",
                table: "report_measure",
                column: "InspectionRef",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_review_reader_InspectionRef_PersonId",
                table: "review_reader",
                columns: new[] { "InspectionRef", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_source_of_record_RecordType_From",
                table: "source_of_record",
                columns: new[] { "RecordType", "From" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "change_log");

            migrationBuilder.DropTable(
                name: "evidence");

            migrationBuilder.DropTable(
                name: "feed_checkpoint");

            migrationBuilder.DropTable(
                name: "feed_receipt");

            migrationBuilder.DropTable(
                name: "feed_rejection");

            migrationBuilder.DropTable(
                name: "feed_source");

            migrationBuilder.DropTable(
                name: "framework");

            migrationBuilder.DropTable(
                name: "frozen_report");

            migrationBuilder.DropTable(
                name: "home_visit");

            migrationBuilder.DropTable(
                name: "import");

            migrationBuilder.DropTable(
                name: "import_fault");

            migrationBuilder.DropTable(
                name: "import_record");

            migrationBuilder.DropTable(
                name: "indicator");

            migrationBuilder.DropTable(
                name: "indicator_change");

            migrationBuilder.DropTable(
                name: "inspection");

            migrationBuilder.DropTable(
                name: "inspections_settings");

            migrationBuilder.DropTable(
                name: "judgement");

            migrationBuilder.DropTable(
                name: "judgement_measure");

            migrationBuilder.DropTable(
                name: "judgement_told");

            migrationBuilder.DropTable(
                name: "ledger_event");

            migrationBuilder.DropTable(
                name: "measure_value");

            migrationBuilder.DropTable(
                name: "outgoing_message");

            migrationBuilder.DropTable(
                name: "overview_authority");

            migrationBuilder.DropTable(
                name: "overview_file");

            migrationBuilder.DropTable(
                name: "profile_band");

            migrationBuilder.DropTable(
                name: "progress");

            migrationBuilder.DropTable(
                name: "provider");

            migrationBuilder.DropTable(
                name: "provider_readiness");

            migrationBuilder.DropTable(
                name: "published_day");

            migrationBuilder.DropTable(
                name: "recalculation_mark");

            migrationBuilder.DropTable(
                name: "recommendation");

            migrationBuilder.DropTable(
                name: "recommendation_action");

            migrationBuilder.DropTable(
                name: "recommendation_told");

            migrationBuilder.DropTable(
                name: "reminder");

            migrationBuilder.DropTable(
                name: "report_measure");

            migrationBuilder.DropTable(
                name: "review_reader");

            migrationBuilder.DropTable(
                name: "service_contact");

            migrationBuilder.DropTable(
                name: "source_of_record");

            migrationBuilder.DropTable(
                name: "stale_day");

            migrationBuilder.DropTable(
                name: "tally");

            migrationBuilder.DropTable(
                name: "working_day");
        }
    }
}
