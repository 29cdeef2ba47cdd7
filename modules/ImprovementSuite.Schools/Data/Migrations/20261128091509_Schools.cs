using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace ImprovementSuite.Schools.Data.Migrations
{
    /// <inheritdoc />
    public partial class Schools : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "area_result",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Area = table.Column<string>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    Cohort = table.Column<int>(type: "INTEGER", nullable: true),
                    Withheld = table.Column<string>(type: "TEXT", nullable: false),
                    ExpectedProgressEnglish = table.Column<int>(type: "INTEGER", nullable: true),
                    ExpectedProgressMaths = table.Column<int>(type: "INTEGER", nullable: true),
                    ExpectedProgressReading = table.Column<int>(type: "INTEGER", nullable: true),
                    ExpectedProgressWriting = table.Column<int>(type: "INTEGER", nullable: true),
                    ExpectedReadingWritingMaths = table.Column<int>(type: "INTEGER", nullable: true),
                    HigherReadingWritingMaths = table.Column<int>(type: "INTEGER", nullable: true),
                    Level4EnglishMaths = table.Column<int>(type: "INTEGER", nullable: true),
                    Level4ReadingWritingMaths = table.Column<int>(type: "INTEGER", nullable: true),
                    Maths = table.Column<int>(type: "INTEGER", nullable: true),
                    MathsLower = table.Column<int>(type: "INTEGER", nullable: true),
                    MathsUpper = table.Column<int>(type: "INTEGER", nullable: true),
                    Reading = table.Column<int>(type: "INTEGER", nullable: true),
                    ReadingLower = table.Column<int>(type: "INTEGER", nullable: true),
                    ReadingUpper = table.Column<int>(type: "INTEGER", nullable: true),
                    Writing = table.Column<int>(type: "INTEGER", nullable: true),
                    WritingLower = table.Column<int>(type: "INTEGER", nullable: true),
                    WritingUpper = table.Column<int>(type: "INTEGER", nullable: true),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_area_result", x => x.Id);
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
                name: "floor_move_published",
                columns: table => new
                {
                    Urn = table.Column<int>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Said = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_floor_move_published", x => new { x.Urn, x.Year });
                });

            migrationBuilder.CreateTable(
                name: "floor_standard",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FromYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Attainment = table.Column<int>(type: "INTEGER", nullable: true),
                    Percent = table.Column<int>(type: "INTEGER", nullable: true),
                    English = table.Column<int>(type: "INTEGER", nullable: true),
                    Reading = table.Column<int>(type: "INTEGER", nullable: true),
                    Writing = table.Column<int>(type: "INTEGER", nullable: true),
                    Maths = table.Column<int>(type: "INTEGER", nullable: true),
                    SmallestCohort = table.Column<int>(type: "INTEGER", nullable: true),
                    OneMustBeSignificant = table.Column<bool>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_floor_standard", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "forecast",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Urn = table.Column<int>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Percent = table.Column<int>(type: "INTEGER", nullable: false),
                    MadeOn = table.Column<int>(type: "INTEGER", nullable: false),
                    MadeBy = table.Column<string>(type: "TEXT", nullable: false),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_forecast", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "hard_to_reach",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Urn = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<int>(type: "INTEGER", nullable: false),
                    To = table.Column<int>(type: "INTEGER", nullable: true),
                    Why = table.Column<string>(type: "TEXT", nullable: false),
                    EndedWhy = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hard_to_reach", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "headline",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Urn = table.Column<int>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    RoundOn = table.Column<int>(type: "INTEGER", nullable: false),
                    Reached = table.Column<int>(type: "INTEGER", nullable: false),
                    Cohort = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_headline", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "import",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: true),
                    Status = table.Column<int>(type: "INTEGER", nullable: true),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    PassedOver = table.Column<int>(type: "INTEGER", nullable: false),
                    TakenAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TakenAs = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UndoneAt = table.Column<long>(type: "INTEGER", nullable: true),
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
                    School = table.Column<string>(type: "TEXT", nullable: false),
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
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    Urn = table.Column<int>(type: "INTEGER", nullable: false),
                    Effect = table.Column<int>(type: "INTEGER", nullable: false),
                    Body = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_record", x => new { x.ImportId, x.Type, x.RecordId });
                });

            migrationBuilder.CreateTable(
                name: "matched_urn",
                columns: table => new
                {
                    Urn = table.Column<int>(type: "INTEGER", nullable: false),
                    School = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matched_urn", x => x.Urn);
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
                name: "result",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Urn = table.Column<int>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    RoundOn = table.Column<int>(type: "INTEGER", nullable: false),
                    Cohort = table.Column<int>(type: "INTEGER", nullable: true),
                    Reached = table.Column<int>(type: "INTEGER", nullable: true),
                    Withheld = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Authority = table.Column<string>(type: "TEXT", nullable: false),
                    Special = table.Column<bool>(type: "INTEGER", nullable: false),
                    ExpectedProgressEnglish = table.Column<int>(type: "INTEGER", nullable: true),
                    ExpectedProgressMaths = table.Column<int>(type: "INTEGER", nullable: true),
                    ExpectedProgressReading = table.Column<int>(type: "INTEGER", nullable: true),
                    ExpectedProgressWriting = table.Column<int>(type: "INTEGER", nullable: true),
                    ExpectedReadingWritingMaths = table.Column<int>(type: "INTEGER", nullable: true),
                    HigherReadingWritingMaths = table.Column<int>(type: "INTEGER", nullable: true),
                    Level4EnglishMaths = table.Column<int>(type: "INTEGER", nullable: true),
                    Level4ReadingWritingMaths = table.Column<int>(type: "INTEGER", nullable: true),
                    Maths = table.Column<int>(type: "INTEGER", nullable: true),
                    MathsLower = table.Column<int>(type: "INTEGER", nullable: true),
                    MathsUpper = table.Column<int>(type: "INTEGER", nullable: true),
                    Reading = table.Column<int>(type: "INTEGER", nullable: true),
                    ReadingLower = table.Column<int>(type: "INTEGER", nullable: true),
                    ReadingUpper = table.Column<int>(type: "INTEGER", nullable: true),
                    Writing = table.Column<int>(type: "INTEGER", nullable: true),
                    WritingLower = table.Column<int>(type: "INTEGER", nullable: true),
                    WritingUpper = table.Column<int>(type: "INTEGER", nullable: true),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_result", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "school",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Urn = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Authority = table.Column<string>(type: "TEXT", nullable: false),
                    Establishment = table.Column<string>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", nullable: false),
                    TypeGroup = table.Column<string>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", nullable: false),
                    OpenedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    ClosedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    ClosedWhy = table.Column<string>(type: "TEXT", nullable: false),
                    Phase = table.Column<string>(type: "TEXT", nullable: false),
                    LowestAge = table.Column<int>(type: "INTEGER", nullable: true),
                    HighestAge = table.Column<int>(type: "INTEGER", nullable: true),
                    Capacity = table.Column<int>(type: "INTEGER", nullable: true),
                    Pupils = table.Column<int>(type: "INTEGER", nullable: true),
                    FreeMeals = table.Column<int>(type: "INTEGER", nullable: true),
                    Trust = table.Column<string>(type: "TEXT", nullable: false),
                    Postcode = table.Column<string>(type: "TEXT", nullable: false),
                    District = table.Column<string>(type: "TEXT", nullable: false),
                    Grade = table.Column<string>(type: "TEXT", nullable: false),
                    InspectedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    Successors = table.Column<string>(type: "TEXT", nullable: false),
                    HeadMark = table.Column<string>(type: "TEXT", nullable: false),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_school", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "school_judgement",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false),
                    Urn = table.Column<int>(type: "INTEGER", nullable: true),
                    Judged = table.Column<string>(type: "TEXT", nullable: false),
                    Framework = table.Column<string>(type: "TEXT", nullable: false),
                    Grade = table.Column<string>(type: "TEXT", nullable: false),
                    On = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_school_judgement", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "school_note",
                columns: table => new
                {
                    Urn = table.Column<int>(type: "INTEGER", nullable: false),
                    Locality = table.Column<string>(type: "TEXT", nullable: true),
                    Adviser = table.Column<string>(type: "TEXT", nullable: true),
                    HeadSince = table.Column<int>(type: "INTEGER", nullable: true),
                    InspectionExpectedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_school_note", x => x.Urn);
                });

            migrationBuilder.CreateTable(
                name: "school_settings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Authority = table.Column<string>(type: "TEXT", nullable: false),
                    AuthorityName = table.Column<string>(type: "TEXT", nullable: false),
                    Neighbours = table.Column<string>(type: "TEXT", nullable: false),
                    RiskPoints = table.Column<int>(type: "INTEGER", nullable: false),
                    NewHeadMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    InspectionMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_school_settings", x => x.Id);
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
                name: "support_plan",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Urn = table.Column<int>(type: "INTEGER", nullable: false),
                    OpenedOn = table.Column<int>(type: "INTEGER", nullable: false),
                    ClosedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    ClosedWhy = table.Column<string>(type: "TEXT", nullable: true),
                    Adviser = table.Column<string>(type: "TEXT", nullable: false),
                    Aim = table.Column<string>(type: "TEXT", nullable: false),
                    NextReviewOn = table.Column<int>(type: "INTEGER", nullable: true),
                    Colour = table.Column<int>(type: "INTEGER", nullable: true),
                    ColourWhy = table.Column<string>(type: "TEXT", nullable: true),
                    ColourOn = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_support_plan", x => x.Id);
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

            migrationBuilder.CreateTable(
                name: "support_action",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PlanId = table.Column<int>(type: "INTEGER", nullable: false),
                    What = table.Column<string>(type: "TEXT", nullable: false),
                    Who = table.Column<string>(type: "TEXT", nullable: false),
                    DueOn = table.Column<int>(type: "INTEGER", nullable: false),
                    DoneOn = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_support_action", x => x.Id);
                    table.ForeignKey(
                        name: "FK_support_action_support_plan_PlanId",
                        column: x => x.PlanId,
                        principalTable: "support_plan",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "support_visit",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PlanId = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_support_visit", x => x.Id);
                    table.ForeignKey(
                        name: "FK_support_visit_support_plan_PlanId",
                        column: x => x.PlanId,
                        principalTable: "support_plan",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "floor_standard",
                columns: new[] { "Id", "Attainment", "English", "FromYear", "Kind", "Maths", "OneMustBeSignificant", "Percent", "Reading", "SmallestCohort", "Source", "Version", "Writing" },
                values: new object[,]
                {
                    { 1, 0, null, 1996, 2, null, false, 5500, null, null, "TES, 21 December 2012, for the level of 55%", 0, null },
                    { 2, 0, 8700, 2011, 3, 8600, false, 6000, null, 11, "60%: TES, 21 December 2012. It was announced in 2010; sources differ on whether it was applied to the results of 2010 or 2011. Medians: NAHT, for the standard as announced; not confirmed for each year", 0, null },
                    { 3, 1, null, 2013, 3, null, false, 6000, null, 11, "60%: DfE press notice, 5 March 2013; that reading, writing and maths were counted together from 2013 is not confirmed. The national medians are to be given here", 0, null },
                    { 4, 1, null, 2014, 3, null, false, 6500, null, 11, "65%: DfE press notice, 5 March 2013. Cohorts of under 11: LG Inform, metric 4292. The national medians are to be given here", 0, null },
                    { 5, 2, null, 2016, 4, -500, false, 6500, -500, 11, "RS Assessment, 1 September 2016; Schools North East. That cohorts of under 11 are left out is not confirmed for these years", 0, -700 },
                    { 6, null, null, 2019, 1, null, false, null, null, null, "No floor standard from 2019 on", 0, null },
                    { 7, null, null, 2025, 5, null, false, null, null, null, "DfE, Schools eligible for RISE intervention, 2025. Grades of leadership or quality of education stand for the overall grade from September 2024", 0, null }
                });

            migrationBuilder.InsertData(
                table: "school_settings",
                columns: new[] { "Id", "Authority", "AuthorityName", "InspectionMonths", "Neighbours", "NewHeadMonths", "RiskPoints", "Version" },
                values: new object[] { 1, "", "", 48, "", 12, 500, 0 });

            migrationBuilder.CreateIndex(
                name: "IX_area_result_Area_Year_Status",
                table: "area_result",
                columns: new[] { "Area", "Year", "Status" },
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_area_result_SourceId_RecordId",
                table: "area_result",
                columns: new[] { "SourceId", "RecordId" },
                unique: true);

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
                name: "IX_floor_standard_FromYear",
                table: "floor_standard",
                column: "FromYear",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_forecast_SourceId_RecordId",
                table: "forecast",
                columns: new[] { "SourceId", "RecordId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_forecast_Urn_Year",
                table: "forecast",
                columns: new[] { "Urn", "Year" },
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_hard_to_reach_Urn",
                table: "hard_to_reach",
                column: "Urn");

            migrationBuilder.CreateIndex(
                name: "IX_headline_SourceId_RecordId",
                table: "headline",
                columns: new[] { "SourceId", "RecordId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_headline_Stage_Year_Status",
                table: "headline",
                columns: new[] { "Stage", "Year", "Status" },
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_import_fault_ImportId",
                table: "import_fault",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_import_record_Type_RecordId",
                table: "import_record",
                columns: new[] { "Type", "RecordId" });

            migrationBuilder.CreateIndex(
                name: "IX_import_record_Urn",
                table: "import_record",
                column: "Urn");

            migrationBuilder.CreateIndex(
                name: "IX_outgoing_message_NextAttempt",
                table: "outgoing_message",
                column: "NextAttempt");

            migrationBuilder.CreateIndex(
                name: "IX_result_Authority_Urn",
                table: "result",
                columns: new[] { "Authority", "Urn" },
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_result_SourceId_RecordId",
                table: "result",
                columns: new[] { "SourceId", "RecordId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_result_Urn_Year_Status",
                table: "result",
                columns: new[] { "Urn", "Year", "Status" },
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_result_Year_Status_Authority",
                table: "result",
                columns: new[] { "Year", "Status", "Authority" },
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_school_Authority",
                table: "school",
                column: "Authority",
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_school_SourceId_RecordId",
                table: "school",
                columns: new[] { "SourceId", "RecordId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_school_Urn",
                table: "school",
                column: "Urn",
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_school_judgement_Urn",
                table: "school_judgement",
                column: "Urn");

            migrationBuilder.CreateIndex(
                name: "IX_source_of_record_RecordType_From",
                table: "source_of_record",
                columns: new[] { "RecordType", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_support_action_PlanId",
                table: "support_action",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "support_plan_open",
                table: "support_plan",
                column: "Urn",
                unique: true,
                filter: "ClosedOn IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_support_visit_PlanId",
                table: "support_visit",
                column: "PlanId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "area_result");

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
                name: "floor_move_published");

            migrationBuilder.DropTable(
                name: "floor_standard");

            migrationBuilder.DropTable(
                name: "forecast");

            migrationBuilder.DropTable(
                name: "hard_to_reach");

            migrationBuilder.DropTable(
                name: "headline");

            migrationBuilder.DropTable(
                name: "import");

            migrationBuilder.DropTable(
                name: "import_fault");

            migrationBuilder.DropTable(
                name: "import_record");

            migrationBuilder.DropTable(
                name: "matched_urn");

            migrationBuilder.DropTable(
                name: "measure_value");

            migrationBuilder.DropTable(
                name: "outgoing_message");

            migrationBuilder.DropTable(
                name: "published_day");

            migrationBuilder.DropTable(
                name: "recalculation_mark");

            migrationBuilder.DropTable(
                name: "result");

            migrationBuilder.DropTable(
                name: "school");

            migrationBuilder.DropTable(
                name: "school_judgement");

            migrationBuilder.DropTable(
                name: "school_note");

            migrationBuilder.DropTable(
                name: "school_settings");

            migrationBuilder.DropTable(
                name: "source_of_record");

            migrationBuilder.DropTable(
                name: "stale_day");

            migrationBuilder.DropTable(
                name: "support_action");

            migrationBuilder.DropTable(
                name: "support_visit");

            migrationBuilder.DropTable(
                name: "tally");

            migrationBuilder.DropTable(
                name: "working_day");

            migrationBuilder.DropTable(
                name: "support_plan");
        }
    }
}
