using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace ImprovementSuite.Workforce.Data.Migrations
{
    /// <inheritdoc />
    public partial class Workforce : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "agency_cover",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<string>(type: "TEXT", nullable: false),
                    Worker = table.Column<string>(type: "TEXT", nullable: false),
                    Agency = table.Column<string>(type: "TEXT", nullable: false),
                    Role = table.Column<int>(type: "INTEGER", nullable: true),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    Fte = table.Column<int>(type: "INTEGER", nullable: false),
                    StartsOn = table.Column<int>(type: "INTEGER", nullable: false),
                    EndsOn = table.Column<int>(type: "INTEGER", nullable: true),
                    HourlyCharge = table.Column<int>(type: "INTEGER", nullable: true),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agency_cover", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "agency_rule",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Role = table.Column<int>(type: "INTEGER", nullable: true),
                    Pence = table.Column<int>(type: "INTEGER", nullable: true),
                    Months = table.Column<int>(type: "INTEGER", nullable: true),
                    From = table.Column<int>(type: "INTEGER", nullable: false),
                    Until = table.Column<int>(type: "INTEGER", nullable: true),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agency_rule", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "appraisal",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Person = table.Column<string>(type: "TEXT", nullable: false),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    CycleFrom = table.Column<int>(type: "INTEGER", nullable: false),
                    CycleToOn = table.Column<int>(type: "INTEGER", nullable: false),
                    DueOn = table.Column<int>(type: "INTEGER", nullable: false),
                    DoneOn = table.Column<int>(type: "INTEGER", nullable: true),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_appraisal", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "appraisal_sample",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<int>(type: "INTEGER", nullable: false),
                    LookedAt = table.Column<int>(type: "INTEGER", nullable: false),
                    Held = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_appraisal_sample", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "campaign",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Role = table.Column<int>(type: "INTEGER", nullable: false),
                    Fte = table.Column<int>(type: "INTEGER", nullable: false),
                    AdvertisedOn = table.Column<int>(type: "INTEGER", nullable: false),
                    ClosesOn = table.Column<int>(type: "INTEGER", nullable: true),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaign", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "candidate",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Campaign = table.Column<string>(type: "TEXT", nullable: false),
                    Person = table.Column<string>(type: "TEXT", nullable: false),
                    Fte = table.Column<int>(type: "INTEGER", nullable: false),
                    AppliedOn = table.Column<int>(type: "INTEGER", nullable: false),
                    ShortlistedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    InterviewedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    OfferedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    ClearedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    StartsOn = table.Column<int>(type: "INTEGER", nullable: true),
                    EndedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    Ended = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_candidate", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "case_holder",
                columns: table => new
                {
                    Worker = table.Column<string>(type: "TEXT", nullable: false),
                    Team = table.Column<string>(type: "TEXT", nullable: false),
                    Locality = table.Column<string>(type: "TEXT", nullable: false),
                    Cases = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_holder", x => new { x.Worker, x.Team, x.Locality });
                });

            migrationBuilder.CreateTable(
                name: "cases_day",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_day", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "census_return",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    ReferenceOn = table.Column<int>(type: "INTEGER", nullable: false),
                    VacanciesFte = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_census_return", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "census_worker",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    RoundOn = table.Column<int>(type: "INTEGER", nullable: false),
                    Worker = table.Column<string>(type: "TEXT", nullable: false),
                    Agency = table.Column<bool>(type: "INTEGER", nullable: false),
                    OrgRole = table.Column<int>(type: "INTEGER", nullable: false),
                    Fte = table.Column<int>(type: "INTEGER", nullable: false),
                    RoleStartsOn = table.Column<int>(type: "INTEGER", nullable: true),
                    RoleEndsOn = table.Column<int>(type: "INTEGER", nullable: true),
                    Cases = table.Column<int>(type: "INTEGER", nullable: true),
                    DaysLost = table.Column<int>(type: "INTEGER", nullable: false),
                    CoversVacancy = table.Column<bool>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_census_worker", x => x.Id);
                });

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
                name: "foster_correction",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    On = table.Column<int>(type: "INTEGER", nullable: false),
                    Households = table.Column<int>(type: "INTEGER", nullable: false),
                    Why = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foster_correction", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "foster_household",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Household = table.Column<string>(type: "TEXT", nullable: false),
                    Carers = table.Column<int>(type: "INTEGER", nullable: false),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    Connected = table.Column<bool>(type: "INTEGER", nullable: false),
                    EnquiredOn = table.Column<int>(type: "INTEGER", nullable: false),
                    VisitedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    TrainedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    AssessedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    ApprovedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    EndedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    Ended = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foster_household", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "foster_settings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProgrammeFrom = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foster_settings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "import",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Form = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
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
                    Type = table.Column<string>(type: "TEXT", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Body = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_record", x => new { x.ImportId, x.Type, x.RecordId });
                });

            migrationBuilder.CreateTable(
                name: "invoice",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<string>(type: "TEXT", nullable: false),
                    Agency = table.Column<string>(type: "TEXT", nullable: false),
                    Contract = table.Column<string>(type: "TEXT", nullable: false),
                    Role = table.Column<int>(type: "INTEGER", nullable: false),
                    SocialCare = table.Column<bool>(type: "INTEGER", nullable: false),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    WorkedFrom = table.Column<int>(type: "INTEGER", nullable: false),
                    WorkedToOn = table.Column<int>(type: "INTEGER", nullable: false),
                    ReceivedOn = table.Column<int>(type: "INTEGER", nullable: false),
                    SpentOn = table.Column<int>(type: "INTEGER", nullable: false),
                    Pence = table.Column<long>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invoice", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "learning_event",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    On = table.Column<int>(type: "INTEGER", nullable: false),
                    Issues = table.Column<string>(type: "TEXT", nullable: false),
                    Teams = table.Column<string>(type: "TEXT", nullable: false),
                    IsCaf = table.Column<bool>(type: "INTEGER", nullable: false),
                    Staff = table.Column<int>(type: "INTEGER", nullable: true),
                    Managers = table.Column<int>(type: "INTEGER", nullable: true),
                    WithdrawnWhy = table.Column<string>(type: "TEXT", nullable: true),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false),
                    IsTold = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learning_event", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "learning_need",
                columns: table => new
                {
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Locality = table.Column<string>(type: "TEXT", nullable: false),
                    Team = table.Column<string>(type: "TEXT", nullable: false),
                    Issue = table.Column<string>(type: "TEXT", nullable: false),
                    Found = table.Column<long>(type: "INTEGER", nullable: false),
                    Completed = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learning_need", x => new { x.Month, x.Code, x.Locality, x.Team });
                });

            migrationBuilder.CreateTable(
                name: "learning_need_month",
                columns: table => new
                {
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learning_need_month", x => x.Month);
                });

            migrationBuilder.CreateTable(
                name: "managers_published",
                columns: table => new
                {
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    Fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_managers_published", x => x.Month);
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
                name: "person_in_post",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<string>(type: "TEXT", nullable: false),
                    Person = table.Column<string>(type: "TEXT", nullable: false),
                    Fte = table.Column<int>(type: "INTEGER", nullable: false),
                    StartsOn = table.Column<int>(type: "INTEGER", nullable: false),
                    EndsOn = table.Column<int>(type: "INTEGER", nullable: true),
                    Ended = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_person_in_post", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "post",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Role = table.Column<int>(type: "INTEGER", nullable: false),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    Grade = table.Column<string>(type: "TEXT", nullable: false),
                    Fte = table.Column<int>(type: "INTEGER", nullable: false),
                    FixedTerm = table.Column<bool>(type: "INTEGER", nullable: false),
                    StartsOn = table.Column<int>(type: "INTEGER", nullable: false),
                    EndsOn = table.Column<int>(type: "INTEGER", nullable: true),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_post", x => x.Id);
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
                name: "recruitment_target",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Roles = table.Column<string>(type: "TEXT", nullable: false),
                    On = table.Column<int>(type: "INTEGER", nullable: false),
                    Percent = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recruitment_target", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "restructure",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    On = table.Column<int>(type: "INTEGER", nullable: false),
                    Moves = table.Column<string>(type: "TEXT", nullable: false),
                    Why = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    UndoneWhy = table.Column<string>(type: "TEXT", nullable: true),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_restructure", x => x.Id);
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
                name: "spend_ceiling",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Pence = table.Column<long>(type: "INTEGER", nullable: false),
                    Basis = table.Column<string>(type: "TEXT", nullable: false),
                    DecidedOn = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spend_ceiling", x => x.Id);
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
                name: "survey",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Asks = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<int>(type: "INTEGER", nullable: false),
                    NextOn = table.Column<int>(type: "INTEGER", nullable: true),
                    NextWords = table.Column<string>(type: "TEXT", nullable: true),
                    Target = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_survey", x => x.Id);
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
                name: "team",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Locality = table.Column<string>(type: "TEXT", nullable: false),
                    SuccessorId = table.Column<int>(type: "INTEGER", nullable: true),
                    SucceededOn = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_team", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "workforce_settings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CountsFrom = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workforce_settings", x => x.Id);
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

            migrationBuilder.CreateTable(
                name: "survey_round",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SurveyId = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<int>(type: "INTEGER", nullable: false),
                    Whose = table.Column<string>(type: "TEXT", nullable: false),
                    Asked = table.Column<int>(type: "INTEGER", nullable: true),
                    Answered = table.Column<int>(type: "INTEGER", nullable: true),
                    Satisfied = table.Column<int>(type: "INTEGER", nullable: true),
                    Published = table.Column<int>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_survey_round", x => x.Id);
                    table.ForeignKey(
                        name: "FK_survey_round_survey_SurveyId",
                        column: x => x.SurveyId,
                        principalTable: "survey",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "foster_settings",
                columns: new[] { "Id", "ProgrammeFrom", "Version" },
                values: new object[] { 1, 733497, 0 });

            migrationBuilder.InsertData(
                table: "survey",
                columns: new[] { "Id", "Asks", "Code", "NextOn", "NextWords", "Target", "Title", "Value", "Version" },
                values: new object[,]
                {
                    { 1, "staff of Children and Young People's Services whether they are satisfied with the council as an employer", "EOS-CYPS", null, null, null, "Employee opinion survey, CYPS", 1, 0 },
                    { 2, "schools what they think of the council's services to them; the plan counts how many answer", "SCHOOLS-SURVEY-RESPONSE", null, null, null, "Audit Commission schools survey response rate", 2, 0 },
                    { 3, "children who are looked after, and their carers, whether their reviews were good", "LAC-REVIEWS-SATISFACTION", null, null, null, "LAC reviews satisfaction", 1, 0 },
                    { 4, "social workers whether they are satisfied with their work and how it is supported", "SOCIAL-WORKER-SURVEY", null, null, null, "Social worker survey", 1, 0 },
                    { 5, "foster carers and adopters whether they are satisfied with the family placement service", "FAMILY-PLACEMENT-SURVEY", null, null, null, "Family placement survey (foster carers and adopters)", 1, 0 }
                });

            migrationBuilder.InsertData(
                table: "team",
                columns: new[] { "Id", "Code", "Locality", "SucceededOn", "SuccessorId" },
                values: new object[] { 0, "", "", null, null });

            migrationBuilder.InsertData(
                table: "workforce_settings",
                columns: new[] { "Id", "CountsFrom", "Version" },
                values: new object[] { 1, 733132, 0 });

            migrationBuilder.CreateIndex(
                name: "IX_agency_cover_Number_StartsOn_EndsOn_Fte",
                table: "agency_cover",
                columns: new[] { "Number", "StartsOn", "EndsOn", "Fte" },
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_agency_cover_SourceId_RecordId",
                table: "agency_cover",
                columns: new[] { "SourceId", "RecordId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_appraisal_Kind_CycleFrom",
                table: "appraisal",
                columns: new[] { "Kind", "CycleFrom" },
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_appraisal_SourceId_RecordId",
                table: "appraisal",
                columns: new[] { "SourceId", "RecordId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_appraisal_sample_Kind_On",
                table: "appraisal_sample",
                columns: new[] { "Kind", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_campaign_Name",
                table: "campaign",
                column: "Name",
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_campaign_SourceId_RecordId",
                table: "campaign",
                columns: new[] { "SourceId", "RecordId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_candidate_Campaign",
                table: "candidate",
                column: "Campaign",
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_candidate_SourceId_RecordId",
                table: "candidate",
                columns: new[] { "SourceId", "RecordId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_census_return_SourceId_RecordId",
                table: "census_return",
                columns: new[] { "SourceId", "RecordId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_census_return_Year",
                table: "census_return",
                column: "Year",
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_census_worker_SourceId_RecordId",
                table: "census_worker",
                columns: new[] { "SourceId", "RecordId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_census_worker_Year",
                table: "census_worker",
                column: "Year",
                filter: "Counts = 1");

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
                name: "IX_foster_household_ApprovedOn",
                table: "foster_household",
                column: "ApprovedOn",
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_foster_household_SourceId_RecordId",
                table: "foster_household",
                columns: new[] { "SourceId", "RecordId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_import_fault_ImportId",
                table: "import_fault",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_import_record_Type_RecordId",
                table: "import_record",
                columns: new[] { "Type", "RecordId" });

            migrationBuilder.CreateIndex(
                name: "IX_invoice_Agency_Number",
                table: "invoice",
                columns: new[] { "Agency", "Number" },
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_invoice_SourceId_RecordId",
                table: "invoice",
                columns: new[] { "SourceId", "RecordId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_invoice_SpentOn",
                table: "invoice",
                column: "SpentOn",
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_learning_event_Key",
                table: "learning_event",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_learning_event_On",
                table: "learning_event",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_outgoing_message_NextAttempt",
                table: "outgoing_message",
                column: "NextAttempt");

            migrationBuilder.CreateIndex(
                name: "IX_person_in_post_Number_StartsOn_EndsOn_Fte",
                table: "person_in_post",
                columns: new[] { "Number", "StartsOn", "EndsOn", "Fte" },
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_person_in_post_Person",
                table: "person_in_post",
                column: "Person",
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_person_in_post_SourceId_RecordId",
                table: "person_in_post",
                columns: new[] { "SourceId", "RecordId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_post_Number_StartsOn",
                table: "post",
                columns: new[] { "Number", "StartsOn" },
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_post_SourceId_RecordId",
                table: "post",
                columns: new[] { "SourceId", "RecordId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_recruitment_target_Roles_On",
                table: "recruitment_target",
                columns: new[] { "Roles", "On" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_restructure_Key",
                table: "restructure",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_source_of_record_RecordType_From",
                table: "source_of_record",
                columns: new[] { "RecordType", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spend_ceiling_Year",
                table: "spend_ceiling",
                column: "Year",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_survey_Code",
                table: "survey",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_survey_round_SurveyId_On_Whose",
                table: "survey_round",
                columns: new[] { "SurveyId", "On", "Whose" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_team_Code_Locality",
                table: "team",
                columns: new[] { "Code", "Locality" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agency_cover");

            migrationBuilder.DropTable(
                name: "agency_rule");

            migrationBuilder.DropTable(
                name: "appraisal");

            migrationBuilder.DropTable(
                name: "appraisal_sample");

            migrationBuilder.DropTable(
                name: "campaign");

            migrationBuilder.DropTable(
                name: "candidate");

            migrationBuilder.DropTable(
                name: "case_holder");

            migrationBuilder.DropTable(
                name: "cases_day");

            migrationBuilder.DropTable(
                name: "census_return");

            migrationBuilder.DropTable(
                name: "census_worker");

            migrationBuilder.DropTable(
                name: "change_log");

            migrationBuilder.DropTable(
                name: "feed_checkpoint");

            migrationBuilder.DropTable(
                name: "feed_receipt");

            migrationBuilder.DropTable(
                name: "feed_rejection");

            migrationBuilder.DropTable(
                name: "feed_source");

            migrationBuilder.DropTable(
                name: "foster_correction");

            migrationBuilder.DropTable(
                name: "foster_household");

            migrationBuilder.DropTable(
                name: "foster_settings");

            migrationBuilder.DropTable(
                name: "import");

            migrationBuilder.DropTable(
                name: "import_fault");

            migrationBuilder.DropTable(
                name: "import_record");

            migrationBuilder.DropTable(
                name: "invoice");

            migrationBuilder.DropTable(
                name: "learning_event");

            migrationBuilder.DropTable(
                name: "learning_need");

            migrationBuilder.DropTable(
                name: "learning_need_month");

            migrationBuilder.DropTable(
                name: "managers_published");

            migrationBuilder.DropTable(
                name: "measure_value");

            migrationBuilder.DropTable(
                name: "outgoing_message");

            migrationBuilder.DropTable(
                name: "person_in_post");

            migrationBuilder.DropTable(
                name: "post");

            migrationBuilder.DropTable(
                name: "published_day");

            migrationBuilder.DropTable(
                name: "recalculation_mark");

            migrationBuilder.DropTable(
                name: "recruitment_target");

            migrationBuilder.DropTable(
                name: "restructure");

            migrationBuilder.DropTable(
                name: "source_of_record");

            migrationBuilder.DropTable(
                name: "spend_ceiling");

            migrationBuilder.DropTable(
                name: "stale_day");

            migrationBuilder.DropTable(
                name: "survey_round");

            migrationBuilder.DropTable(
                name: "tally");

            migrationBuilder.DropTable(
                name: "team");

            migrationBuilder.DropTable(
                name: "workforce_settings");

            migrationBuilder.DropTable(
                name: "working_day");

            migrationBuilder.DropTable(
                name: "survey");
        }
    }
}
