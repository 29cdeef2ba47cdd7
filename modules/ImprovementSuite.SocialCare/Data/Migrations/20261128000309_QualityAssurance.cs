using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace ImprovementSuite.SocialCare.Data.Migrations
{
    /// <inheritdoc />
    public partial class QualityAssurance : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_referral_Child_ReceivedOn",
                table: "referral");

            migrationBuilder.DropIndex(
                name: "referral_counted",
                table: "referral");

            migrationBuilder.DropIndex(
                name: "contact_counted",
                table: "contact");

            migrationBuilder.CreateTable(
                name: "annex_a_import",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    SentBy = table.Column<string>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Sentence = table.Column<string>(type: "TEXT", nullable: true),
                    Counts = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_annex_a_import", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "audit_draw",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Purpose = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    Seed = table.Column<string>(type: "TEXT", nullable: false),
                    PoolFrom = table.Column<int>(type: "INTEGER", nullable: false),
                    PoolTo = table.Column<int>(type: "INTEGER", nullable: false),
                    PoolSize = table.Column<int>(type: "INTEGER", nullable: false),
                    DrawnBefore = table.Column<int>(type: "INTEGER", nullable: false),
                    Fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    DrawnOn = table.Column<int>(type: "INTEGER", nullable: false),
                    DrawnBy = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_draw", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "audit_item",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    List = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    RetiredOn = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_item", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "audit_programme",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstMonth = table.Column<int>(type: "INTEGER", nullable: true),
                    LastMonth = table.Column<int>(type: "INTEGER", nullable: true),
                    SecondShare = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_programme", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "audit_quota",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Role = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<int>(type: "INTEGER", nullable: false),
                    Files = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_quota", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "audit_statement",
                columns: table => new
                {
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    Expected = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    Why = table.Column<string>(type: "TEXT", nullable: false),
                    On = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_statement", x => x.Month);
                });

            migrationBuilder.CreateTable(
                name: "care_leaver",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BirthdayOn = table.Column<int>(type: "INTEGER", nullable: true),
                    InEducationOrWork = table.Column<bool>(type: "INTEGER", nullable: false),
                    LeftOut = table.Column<bool>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false),
                    RecordedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    HolderId = table.Column<int>(type: "INTEGER", nullable: false),
                    WorkerId = table.Column<int>(type: "INTEGER", nullable: false),
                    Child = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_care_leaver", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "child",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BornOn = table.Column<int>(type: "INTEGER", nullable: true),
                    Unborn = table.Column<bool>(type: "INTEGER", nullable: false),
                    Restricted = table.Column<bool>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false),
                    RecordedOn = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_child", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "conference",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    HeldOn = table.Column<int>(type: "INTEGER", nullable: true),
                    EnquiryId = table.Column<string>(type: "TEXT", nullable: false),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false),
                    RecordedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    HolderId = table.Column<int>(type: "INTEGER", nullable: false),
                    WorkerId = table.Column<int>(type: "INTEGER", nullable: false),
                    Child = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conference", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "data_quality_check",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DueOn = table.Column<int>(type: "INTEGER", nullable: true),
                    DoneOn = table.Column<int>(type: "INTEGER", nullable: true),
                    Adequate = table.Column<bool>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false),
                    RecordedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    HolderId = table.Column<int>(type: "INTEGER", nullable: false),
                    WorkerId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_data_quality_check", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "dq_day",
                columns: table => new
                {
                    Day = table.Column<int>(type: "INTEGER", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", nullable: false),
                    Failing = table.Column<long>(type: "INTEGER", nullable: false),
                    Looked = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dq_day", x => new { x.Rule, x.Day });
                });

            migrationBuilder.CreateTable(
                name: "dq_failure",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Rule = table.Column<string>(type: "TEXT", nullable: false),
                    RuleVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Part = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordType = table.Column<string>(type: "TEXT", nullable: false),
                    RowId = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Child = table.Column<string>(type: "TEXT", nullable: false),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    WorkerId = table.Column<int>(type: "INTEGER", nullable: false),
                    Day = table.Column<int>(type: "INTEGER", nullable: true),
                    Since = table.Column<int>(type: "INTEGER", nullable: false),
                    ResolvedOn = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dq_failure", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "dq_grade",
                columns: table => new
                {
                    Measure = table.Column<string>(type: "TEXT", nullable: false),
                    Trust = table.Column<int>(type: "INTEGER", nullable: false),
                    Why = table.Column<string>(type: "TEXT", nullable: false),
                    Records = table.Column<long>(type: "INTEGER", nullable: false),
                    Failing = table.Column<long>(type: "INTEGER", nullable: false),
                    Unlinked = table.Column<long>(type: "INTEGER", nullable: false),
                    From = table.Column<int>(type: "INTEGER", nullable: false),
                    To = table.Column<int>(type: "INTEGER", nullable: false),
                    NewestOn = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dq_grade", x => x.Measure);
                });

            migrationBuilder.CreateTable(
                name: "dq_mark",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dq_mark", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "dq_setting",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    AssessmentTimesLimit = table.Column<int>(type: "INTEGER", nullable: false),
                    DecisionWorkingDays = table.Column<int>(type: "INTEGER", nullable: false),
                    EntryWorkingDays = table.Column<int>(type: "INTEGER", nullable: false),
                    EarlyHelpMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    SupervisionMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    PercentForA = table.Column<int>(type: "INTEGER", nullable: false),
                    PercentForB = table.Column<int>(type: "INTEGER", nullable: false),
                    FreshDays = table.Column<int>(type: "INTEGER", nullable: false),
                    FreshDaysMonthly = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dq_setting", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "early_help_assessment",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    StartedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    CompletedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    Organisation = table.Column<string>(type: "TEXT", nullable: false),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: false),
                    InsteadOfAssessment = table.Column<bool>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false),
                    RecordedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    HolderId = table.Column<int>(type: "INTEGER", nullable: false),
                    WorkerId = table.Column<int>(type: "INTEGER", nullable: false),
                    Child = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_early_help_assessment", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "grade_scale",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    From = table.Column<int>(type: "INTEGER", nullable: false),
                    First = table.Column<string>(type: "TEXT", nullable: false),
                    Second = table.Column<string>(type: "TEXT", nullable: false),
                    Third = table.Column<string>(type: "TEXT", nullable: false),
                    Fourth = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grade_scale", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "learning",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    WorkforceId = table.Column<string>(type: "TEXT", nullable: true),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false),
                    IsWithdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    On = table.Column<int>(type: "INTEGER", nullable: false),
                    Issues = table.Column<string>(type: "TEXT", nullable: false),
                    Teams = table.Column<string>(type: "TEXT", nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    TypedBy = table.Column<string>(type: "TEXT", nullable: true),
                    TypedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    IsInvented = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learning", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "looked_after_period",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    StartedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    CeasedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false),
                    RecordedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    HolderId = table.Column<int>(type: "INTEGER", nullable: false),
                    WorkerId = table.Column<int>(type: "INTEGER", nullable: false),
                    Child = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_looked_after_period", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "looked_after_review",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    HeldOn = table.Column<int>(type: "INTEGER", nullable: true),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false),
                    RecordedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    HolderId = table.Column<int>(type: "INTEGER", nullable: false),
                    WorkerId = table.Column<int>(type: "INTEGER", nullable: false),
                    Child = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_looked_after_review", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "manager_in_post",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Role = table.Column<int>(type: "INTEGER", nullable: false),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: true),
                    Locality = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<int>(type: "INTEGER", nullable: false),
                    Until = table.Column<int>(type: "INTEGER", nullable: true),
                    SignIn = table.Column<string>(type: "TEXT", nullable: false),
                    Agency = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_manager_in_post", x => x.Id);
                    table.ForeignKey(
                        name: "FK_manager_in_post_team_TeamId",
                        column: x => x.TeamId,
                        principalTable: "team",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "named_reader",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Child = table.Column<string>(type: "TEXT", nullable: false),
                    PersonId = table.Column<string>(type: "TEXT", nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_named_reader", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "practice_issues_published",
                columns: table => new
                {
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    Fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_practice_issues_published", x => x.Month);
                });

            migrationBuilder.CreateTable(
                name: "protection_plan",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    StartedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    EndedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    EndTeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    Category = table.Column<int>(type: "INTEGER", nullable: false),
                    ReviewsFrom = table.Column<int>(type: "INTEGER", nullable: true),
                    PreviousPlans = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false),
                    RecordedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    HolderId = table.Column<int>(type: "INTEGER", nullable: false),
                    WorkerId = table.Column<int>(type: "INTEGER", nullable: false),
                    Child = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_protection_plan", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "section_47_enquiry",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    StrategyDiscussionOn = table.Column<int>(type: "INTEGER", nullable: true),
                    ConcludedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false),
                    RecordedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    HolderId = table.Column<int>(type: "INTEGER", nullable: false),
                    WorkerId = table.Column<int>(type: "INTEGER", nullable: false),
                    Child = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_section_47_enquiry", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "supervision",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DueOn = table.Column<int>(type: "INTEGER", nullable: true),
                    HeldOn = table.Column<int>(type: "INTEGER", nullable: true),
                    SupervisorId = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false),
                    RecordedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    HolderId = table.Column<int>(type: "INTEGER", nullable: false),
                    WorkerId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_supervision", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "audit_draw_stratum",
                columns: table => new
                {
                    DrawId = table.Column<int>(type: "INTEGER", nullable: false),
                    Team = table.Column<string>(type: "TEXT", nullable: false),
                    Locality = table.Column<string>(type: "TEXT", nullable: false),
                    FileType = table.Column<int>(type: "INTEGER", nullable: false),
                    Pool = table.Column<int>(type: "INTEGER", nullable: false),
                    Drawn = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_draw_stratum", x => new { x.DrawId, x.Locality, x.Team, x.FileType });
                    table.ForeignKey(
                        name: "FK_audit_draw_stratum_audit_draw_DrawId",
                        column: x => x.DrawId,
                        principalTable: "audit_draw",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "audit_draw_share",
                columns: table => new
                {
                    DrawId = table.Column<int>(type: "INTEGER", nullable: false),
                    AuditorId = table.Column<int>(type: "INTEGER", nullable: false),
                    Wanted = table.Column<int>(type: "INTEGER", nullable: false),
                    Drawn = table.Column<int>(type: "INTEGER", nullable: false),
                    Holds = table.Column<int>(type: "INTEGER", nullable: false),
                    Supervises = table.Column<int>(type: "INTEGER", nullable: false),
                    SignedOff = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_draw_share", x => new { x.DrawId, x.AuditorId });
                    table.ForeignKey(
                        name: "FK_audit_draw_share_audit_draw_DrawId",
                        column: x => x.DrawId,
                        principalTable: "audit_draw",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_audit_draw_share_manager_in_post_AuditorId",
                        column: x => x.AuditorId,
                        principalTable: "manager_in_post",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "audit_reminder",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ManagerId = table.Column<int>(type: "INTEGER", nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    Missing = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_reminder", x => x.Id);
                    table.ForeignKey(
                        name: "FK_audit_reminder_manager_in_post_ManagerId",
                        column: x => x.ManagerId,
                        principalTable: "manager_in_post",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_audit",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Purpose = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    DueOn = table.Column<int>(type: "INTEGER", nullable: false),
                    DrawId = table.Column<int>(type: "INTEGER", nullable: true),
                    ForId = table.Column<int>(type: "INTEGER", nullable: true),
                    AuditorId = table.Column<int>(type: "INTEGER", nullable: false),
                    EarlierId = table.Column<int>(type: "INTEGER", nullable: true),
                    FileType = table.Column<int>(type: "INTEGER", nullable: false),
                    FileRow = table.Column<long>(type: "INTEGER", nullable: false),
                    FileReference = table.Column<string>(type: "TEXT", nullable: false),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReceivedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    Grade = table.Column<int>(type: "INTEGER", nullable: true),
                    DecisionRight = table.Column<bool>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    NeedsSecond = table.Column<bool>(type: "INTEGER", nullable: false),
                    SettledGrade = table.Column<int>(type: "INTEGER", nullable: true),
                    SettledWhy = table.Column<string>(type: "TEXT", nullable: true),
                    SettledBy = table.Column<string>(type: "TEXT", nullable: true),
                    WithdrawnWhy = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_audit", x => x.Id);
                    table.ForeignKey(
                        name: "FK_case_audit_audit_draw_DrawId",
                        column: x => x.DrawId,
                        principalTable: "audit_draw",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_case_audit_case_audit_EarlierId",
                        column: x => x.EarlierId,
                        principalTable: "case_audit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_case_audit_manager_in_post_AuditorId",
                        column: x => x.AuditorId,
                        principalTable: "manager_in_post",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_case_audit_manager_in_post_ForId",
                        column: x => x.ForId,
                        principalTable: "manager_in_post",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_case_audit_team_TeamId",
                        column: x => x.TeamId,
                        principalTable: "team",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "audit_action",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AuditId = table.Column<int>(type: "INTEGER", nullable: false),
                    What = table.Column<string>(type: "TEXT", nullable: false),
                    Owner = table.Column<string>(type: "TEXT", nullable: false),
                    DueOn = table.Column<int>(type: "INTEGER", nullable: true),
                    DoneOn = table.Column<int>(type: "INTEGER", nullable: true),
                    Evidence = table.Column<string>(type: "TEXT", nullable: true),
                    ClosedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    ClosedById = table.Column<int>(type: "INTEGER", nullable: true),
                    ClosedWhy = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_action", x => x.Id);
                    table.ForeignKey(
                        name: "FK_audit_action_case_audit_AuditId",
                        column: x => x.AuditId,
                        principalTable: "case_audit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_audit_action_case_audit_ClosedById",
                        column: x => x.ClosedById,
                        principalTable: "case_audit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "audit_finding",
                columns: table => new
                {
                    AuditId = table.Column<int>(type: "INTEGER", nullable: false),
                    ItemId = table.Column<int>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_finding", x => new { x.AuditId, x.ItemId });
                    table.ForeignKey(
                        name: "FK_audit_finding_audit_item_ItemId",
                        column: x => x.ItemId,
                        principalTable: "audit_item",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_audit_finding_case_audit_AuditId",
                        column: x => x.AuditId,
                        principalTable: "case_audit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "audit_grade",
                columns: table => new
                {
                    AuditId = table.Column<int>(type: "INTEGER", nullable: false),
                    SectionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Grade = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_grade", x => new { x.AuditId, x.SectionId });
                    table.ForeignKey(
                        name: "FK_audit_grade_audit_item_SectionId",
                        column: x => x.SectionId,
                        principalTable: "audit_item",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_audit_grade_case_audit_AuditId",
                        column: x => x.AuditId,
                        principalTable: "case_audit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "safeguarding_alert",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AuditId = table.Column<int>(type: "INTEGER", nullable: false),
                    What = table.Column<string>(type: "TEXT", nullable: false),
                    RaisedBy = table.Column<string>(type: "TEXT", nullable: false),
                    RaisedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RaisedOn = table.Column<int>(type: "INTEGER", nullable: false),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredBy = table.Column<string>(type: "TEXT", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_safeguarding_alert", x => x.Id);
                    table.ForeignKey(
                        name: "FK_safeguarding_alert_case_audit_AuditId",
                        column: x => x.AuditId,
                        principalTable: "case_audit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "audit_item",
                columns: new[] { "Id", "List", "RetiredOn", "Title", "Version" },
                values: new object[,]
                {
                    { 1, 1, null, "Recording and chronology", 0 },
                    { 2, 1, null, "Assessment and analysis of risk", 0 },
                    { 3, 1, null, "The child seen and heard", 0 },
                    { 4, 1, null, "Planning and timeliness", 0 },
                    { 5, 1, null, "Work with other agencies", 0 },
                    { 6, 1, null, "Management oversight", 0 },
                    { 7, 2, null, "Information gathered before deciding", 0 },
                    { 8, 2, null, "Threshold applied", 0 },
                    { 9, 2, null, "Reason for the decision recorded", 0 },
                    { 10, 2, null, "Referrer told of the outcome", 0 },
                    { 11, 3, null, "The child's wishes and feelings are clear", 0 },
                    { 12, 3, null, "Analysis leads to a plan", 0 },
                    { 13, 3, null, "Family history is used", 0 },
                    { 14, 3, null, "Agencies were brought in early", 0 },
                    { 15, 3, null, "Decisions are recorded with their reason", 0 },
                    { 16, 4, null, "The child was not seen alone", 0 },
                    { 17, 4, null, "Chronology missing or not used", 0 },
                    { 18, 4, null, "Risk is described and not analysed", 0 },
                    { 19, 4, null, "Ethnicity, faith or disability not considered", 0 },
                    { 20, 4, null, "Other agencies were not asked", 0 },
                    { 21, 4, null, "Threshold not applied as agreed", 0 },
                    { 22, 4, null, "The referrer was not told", 0 },
                    { 23, 4, null, "Supervision not recorded", 0 },
                    { 24, 4, null, "No decision of a manager on file", 0 },
                    { 25, 4, null, "Drift: actions without dates", 0 }
                });

            migrationBuilder.InsertData(
                table: "audit_programme",
                columns: new[] { "Id", "FirstMonth", "LastMonth", "SecondShare", "Version" },
                values: new object[] { 1, null, null, 10, 0 });

            migrationBuilder.InsertData(
                table: "audit_quota",
                columns: new[] { "Id", "Files", "From", "Kind", "Role", "Version" },
                values: new object[,]
                {
                    { 1, 3, 733132, 1, 1, 0 },
                    { 2, 3, 733132, 1, 2, 0 },
                    { 3, 5, 733132, 2, 2, 0 }
                });

            migrationBuilder.InsertData(
                table: "dq_setting",
                columns: new[] { "Id", "AssessmentTimesLimit", "DecisionWorkingDays", "EarlyHelpMonths", "EntryWorkingDays", "FreshDays", "FreshDaysMonthly", "PercentForA", "PercentForB", "SupervisionMonths", "Version" },
                values: new object[] { 1, 2, 5, 3, 5, 2, 35, 1, 5, 2, 1 });

            migrationBuilder.InsertData(
                table: "grade_scale",
                columns: new[] { "Id", "First", "Fourth", "From", "Second", "Third" },
                values: new object[,]
                {
                    { 1, "Outstanding", "Inadequate", 733132, "Good", "Satisfactory" },
                    { 2, "Outstanding", "Inadequate", 735172, "Good", "Requires improvement" }
                });

            migrationBuilder.InsertData(
                table: "time_limit",
                columns: new[] { "Id", "DecidedBy", "From", "Measure", "StartDayCounts", "WorkingDays" },
                values: new object[,]
                {
                    { -1, 0, 733132, "REFERRAL-DECISION", 0, 1 },
                    { 4, 0, 733132, "ICPC-15", 0, 15 }
                });

            migrationBuilder.CreateIndex(
                name: "referral_child",
                table: "referral",
                columns: new[] { "Child", "ReceivedOn" },
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "referral_counted",
                table: "referral",
                columns: new[] { "ReceivedOn", "TeamId", "Outcome" },
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "referral_undecided",
                table: "referral",
                columns: new[] { "HolderId", "ReceivedOn" },
                filter: "Counts = 1 AND Outcome = 0 AND ClosedOn IS NULL");

            migrationBuilder.CreateIndex(
                name: "contact_counted",
                table: "contact",
                columns: new[] { "ReceivedOn", "TeamId", "Outcome" },
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_audit_action_AuditId",
                table: "audit_action",
                column: "AuditId");

            migrationBuilder.CreateIndex(
                name: "IX_audit_action_ClosedById",
                table: "audit_action",
                column: "ClosedById");

            migrationBuilder.CreateIndex(
                name: "IX_audit_action_ClosedOn",
                table: "audit_action",
                column: "ClosedOn");

            migrationBuilder.CreateIndex(
                name: "IX_audit_draw_share_AuditorId",
                table: "audit_draw_share",
                column: "AuditorId");

            migrationBuilder.CreateIndex(
                name: "IX_audit_finding_ItemId",
                table: "audit_finding",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_audit_grade_SectionId",
                table: "audit_grade",
                column: "SectionId");

            migrationBuilder.CreateIndex(
                name: "IX_audit_item_List_Title",
                table: "audit_item",
                columns: new[] { "List", "Title" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_audit_quota_Role_Kind_From",
                table: "audit_quota",
                columns: new[] { "Role", "Kind", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_audit_reminder_ManagerId",
                table: "audit_reminder",
                column: "ManagerId");

            migrationBuilder.CreateIndex(
                name: "IX_audit_reminder_Month_ManagerId",
                table: "audit_reminder",
                columns: new[] { "Month", "ManagerId" });

            migrationBuilder.CreateIndex(
                name: "care_leaver_counted",
                table: "care_leaver",
                column: "BirthdayOn",
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_care_leaver_SourceId_RecordId",
                table: "care_leaver",
                columns: new[] { "SourceId", "RecordId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_audit_AuditorId",
                table: "case_audit",
                column: "AuditorId");

            migrationBuilder.CreateIndex(
                name: "IX_case_audit_DrawId",
                table: "case_audit",
                column: "DrawId");

            migrationBuilder.CreateIndex(
                name: "IX_case_audit_EarlierId",
                table: "case_audit",
                column: "EarlierId");

            migrationBuilder.CreateIndex(
                name: "IX_case_audit_FileType_FileRow",
                table: "case_audit",
                columns: new[] { "FileType", "FileRow" },
                unique: true,
                filter: "DrawId IS NOT NULL AND WithdrawnWhy IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_case_audit_ForId",
                table: "case_audit",
                column: "ForId");

            migrationBuilder.CreateIndex(
                name: "IX_case_audit_Month_ForId",
                table: "case_audit",
                columns: new[] { "Month", "ForId" });

            migrationBuilder.CreateIndex(
                name: "IX_case_audit_Purpose_ReceivedOn",
                table: "case_audit",
                columns: new[] { "Purpose", "ReceivedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_case_audit_TeamId",
                table: "case_audit",
                column: "TeamId");

            migrationBuilder.CreateIndex(
                name: "child_restricted",
                table: "child",
                column: "RecordId",
                filter: "Restricted = 1 AND Deleted = 0");

            migrationBuilder.CreateIndex(
                name: "IX_child_SourceId_RecordId",
                table: "child",
                columns: new[] { "SourceId", "RecordId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "conference_child",
                table: "conference",
                columns: new[] { "Child", "HeldOn" },
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "conference_counted",
                table: "conference",
                columns: new[] { "Kind", "HeldOn" },
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_conference_SourceId_EnquiryId",
                table: "conference",
                columns: new[] { "SourceId", "EnquiryId" });

            migrationBuilder.CreateIndex(
                name: "IX_conference_SourceId_RecordId",
                table: "conference",
                columns: new[] { "SourceId", "RecordId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "data_quality_check_counted",
                table: "data_quality_check",
                column: "DueOn",
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_data_quality_check_SourceId_RecordId",
                table: "data_quality_check",
                columns: new[] { "SourceId", "RecordId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "dq_failure_open",
                table: "dq_failure",
                columns: new[] { "RecordType", "RowId", "Rule" },
                unique: true,
                filter: "ResolvedOn IS NULL");

            migrationBuilder.CreateIndex(
                name: "early_help_assessment_child",
                table: "early_help_assessment",
                columns: new[] { "Child", "StartedOn" },
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "early_help_assessment_counted",
                table: "early_help_assessment",
                columns: new[] { "CompletedOn", "TeamId", "InsteadOfAssessment" },
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_early_help_assessment_SourceId_RecordId",
                table: "early_help_assessment",
                columns: new[] { "SourceId", "RecordId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_grade_scale_From",
                table: "grade_scale",
                column: "From",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_learning_On",
                table: "learning",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_learning_WorkforceId",
                table: "learning",
                column: "WorkforceId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_looked_after_period_SourceId_RecordId",
                table: "looked_after_period",
                columns: new[] { "SourceId", "RecordId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "looked_after_period_counted",
                table: "looked_after_period",
                column: "StartedOn",
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_looked_after_review_SourceId_RecordId",
                table: "looked_after_review",
                columns: new[] { "SourceId", "RecordId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "looked_after_review_child",
                table: "looked_after_review",
                columns: new[] { "Child", "HeldOn" },
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_manager_in_post_TeamId",
                table: "manager_in_post",
                column: "TeamId");

            migrationBuilder.CreateIndex(
                name: "IX_named_reader_Child_PersonId",
                table: "named_reader",
                columns: new[] { "Child", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_protection_plan_SourceId_RecordId",
                table: "protection_plan",
                columns: new[] { "SourceId", "RecordId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "protection_plan_child",
                table: "protection_plan",
                columns: new[] { "Child", "StartedOn" },
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "protection_plan_counted",
                table: "protection_plan",
                column: "StartedOn",
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_safeguarding_alert_AnsweredAt",
                table: "safeguarding_alert",
                column: "AnsweredAt");

            migrationBuilder.CreateIndex(
                name: "IX_safeguarding_alert_AuditId",
                table: "safeguarding_alert",
                column: "AuditId");

            migrationBuilder.CreateIndex(
                name: "IX_section_47_enquiry_SourceId_RecordId",
                table: "section_47_enquiry",
                columns: new[] { "SourceId", "RecordId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "section_47_enquiry_counted",
                table: "section_47_enquiry",
                column: "StrategyDiscussionOn",
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_supervision_SourceId_RecordId",
                table: "supervision",
                columns: new[] { "SourceId", "RecordId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "supervision_counted",
                table: "supervision",
                column: "DueOn",
                filter: "Counts = 1");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "annex_a_import");

            migrationBuilder.DropTable(
                name: "audit_action");

            migrationBuilder.DropTable(
                name: "audit_draw_share");

            migrationBuilder.DropTable(
                name: "audit_draw_stratum");

            migrationBuilder.DropTable(
                name: "audit_finding");

            migrationBuilder.DropTable(
                name: "audit_grade");

            migrationBuilder.DropTable(
                name: "audit_programme");

            migrationBuilder.DropTable(
                name: "audit_quota");

            migrationBuilder.DropTable(
                name: "audit_reminder");

            migrationBuilder.DropTable(
                name: "audit_statement");

            migrationBuilder.DropTable(
                name: "care_leaver");

            migrationBuilder.DropTable(
                name: "child");

            migrationBuilder.DropTable(
                name: "conference");

            migrationBuilder.DropTable(
                name: "data_quality_check");

            migrationBuilder.DropTable(
                name: "dq_day");

            migrationBuilder.DropTable(
                name: "dq_failure");

            migrationBuilder.DropTable(
                name: "dq_grade");

            migrationBuilder.DropTable(
                name: "dq_mark");

            migrationBuilder.DropTable(
                name: "dq_setting");

            migrationBuilder.DropTable(
                name: "early_help_assessment");

            migrationBuilder.DropTable(
                name: "grade_scale");

            migrationBuilder.DropTable(
                name: "learning");

            migrationBuilder.DropTable(
                name: "looked_after_period");

            migrationBuilder.DropTable(
                name: "looked_after_review");

            migrationBuilder.DropTable(
                name: "named_reader");

            migrationBuilder.DropTable(
                name: "practice_issues_published");

            migrationBuilder.DropTable(
                name: "protection_plan");

            migrationBuilder.DropTable(
                name: "safeguarding_alert");

            migrationBuilder.DropTable(
                name: "section_47_enquiry");

            migrationBuilder.DropTable(
                name: "supervision");

            migrationBuilder.DropTable(
                name: "audit_item");

            migrationBuilder.DropTable(
                name: "case_audit");

            migrationBuilder.DropTable(
                name: "audit_draw");

            migrationBuilder.DropTable(
                name: "manager_in_post");

            migrationBuilder.DropIndex(
                name: "referral_child",
                table: "referral");

            migrationBuilder.DropIndex(
                name: "referral_counted",
                table: "referral");

            migrationBuilder.DropIndex(
                name: "referral_undecided",
                table: "referral");

            migrationBuilder.DropIndex(
                name: "contact_counted",
                table: "contact");

            migrationBuilder.DeleteData(
                table: "time_limit",
                keyColumn: "Id",
                keyValue: -1);

            migrationBuilder.DeleteData(
                table: "time_limit",
                keyColumn: "Id",
                keyValue: 4);

            migrationBuilder.CreateIndex(
                name: "IX_referral_Child_ReceivedOn",
                table: "referral",
                columns: new[] { "Child", "ReceivedOn" });

            migrationBuilder.CreateIndex(
                name: "referral_counted",
                table: "referral",
                columns: new[] { "ReceivedOn", "TeamId" },
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "contact_counted",
                table: "contact",
                columns: new[] { "ReceivedOn", "TeamId" },
                filter: "Counts = 1");
        }
    }
}
