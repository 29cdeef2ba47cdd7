using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ImprovementSuite.Plan.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
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
                name: "definition",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Module = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_definition", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "line",
                columns: table => new
                {
                    Ref = table.Column<string>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Theme = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Objective = table.Column<string>(type: "TEXT", nullable: true),
                    Action = table.Column<string>(type: "TEXT", nullable: false),
                    BaselineText = table.Column<string>(type: "TEXT", nullable: true),
                    TargetText = table.Column<string>(type: "TEXT", nullable: true),
                    TargetDateText = table.Column<string>(type: "TEXT", nullable: true),
                    Commentary = table.Column<string>(type: "TEXT", nullable: true),
                    Workstreams = table.Column<string>(type: "TEXT", nullable: false),
                    Declared = table.Column<string>(type: "TEXT", nullable: false),
                    DeclaredDirection = table.Column<string>(type: "TEXT", nullable: true),
                    Measures = table.Column<string>(type: "TEXT", nullable: false),
                    Leads = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_line", x => x.Ref);
                });

            migrationBuilder.CreateTable(
                name: "measure",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Unit = table.Column<int>(type: "INTEGER", nullable: false),
                    Polarity = table.Column<int>(type: "INTEGER", nullable: false),
                    Frequency = table.Column<int>(type: "INTEGER", nullable: false),
                    RatedOn = table.Column<int>(type: "INTEGER", nullable: false),
                    Thing = table.Column<string>(type: "TEXT", nullable: false),
                    Things = table.Column<string>(type: "TEXT", nullable: false),
                    Caution = table.Column<string>(type: "TEXT", nullable: true),
                    Scale = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_measure", x => x.Code);
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
                name: "panel",
                columns: table => new
                {
                    On = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_panel", x => x.On);
                });

            migrationBuilder.CreateTable(
                name: "plan",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Authority = table.Column<string>(type: "TEXT", nullable: false),
                    Updated = table.Column<int>(type: "INTEGER", nullable: false),
                    Start = table.Column<int>(type: "INTEGER", nullable: false),
                    End = table.Column<int>(type: "INTEGER", nullable: false),
                    Achievements = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "plan_revision",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Value = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_revision", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reading",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Measure = table.Column<string>(type: "TEXT", nullable: false),
                    ScopeKind = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Within = table.Column<string>(type: "TEXT", nullable: false),
                    PeriodKind = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<int>(type: "INTEGER", nullable: false),
                    To = table.Column<int>(type: "INTEGER", nullable: false),
                    Round = table.Column<string>(type: "TEXT", nullable: false),
                    Origin = table.Column<int>(type: "INTEGER", nullable: false),
                    KnownOn = table.Column<int>(type: "INTEGER", nullable: false),
                    Numerator = table.Column<long>(type: "INTEGER", nullable: true),
                    Denominator = table.Column<long>(type: "INTEGER", nullable: true),
                    Unit = table.Column<int>(type: "INTEGER", nullable: false),
                    Stated = table.Column<decimal>(type: "TEXT", nullable: true),
                    Grade = table.Column<string>(type: "TEXT", nullable: true),
                    DataAsAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false),
                    Current = table.Column<bool>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reading", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "milestone",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<int>(type: "INTEGER", nullable: true),
                    DateInferred = table.Column<bool>(type: "INTEGER", nullable: false),
                    Progress = table.Column<string>(type: "TEXT", nullable: true),
                    Done = table.Column<bool>(type: "INTEGER", nullable: false),
                    Line = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_milestone", x => x.Id);
                    table.ForeignKey(
                        name: "FK_milestone_line_Line",
                        column: x => x.Line,
                        principalTable: "line",
                        principalColumn: "Ref",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "baseline",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Label = table.Column<string>(type: "TEXT", nullable: false),
                    On = table.Column<int>(type: "INTEGER", nullable: true),
                    DateInferred = table.Column<bool>(type: "INTEGER", nullable: false),
                    Comparable = table.Column<bool>(type: "INTEGER", nullable: false),
                    Grade = table.Column<string>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    Measure = table.Column<string>(type: "TEXT", nullable: false),
                    Stored_Denominator = table.Column<long>(type: "INTEGER", nullable: true),
                    Stored_Numerator = table.Column<long>(type: "INTEGER", nullable: true),
                    Stored_Stated = table.Column<decimal>(type: "TEXT", nullable: true),
                    Stored_Unit = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_baseline", x => x.Id);
                    table.ForeignKey(
                        name: "FK_baseline_measure_Measure",
                        column: x => x.Measure,
                        principalTable: "measure",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "comparator",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Who = table.Column<string>(type: "TEXT", nullable: false),
                    Period = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    Measure = table.Column<string>(type: "TEXT", nullable: false),
                    Stored_Denominator = table.Column<long>(type: "INTEGER", nullable: true),
                    Stored_Numerator = table.Column<long>(type: "INTEGER", nullable: true),
                    Stored_Stated = table.Column<decimal>(type: "TEXT", nullable: true),
                    Stored_Unit = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_comparator", x => x.Id);
                    table.ForeignKey(
                        name: "FK_comparator_measure_Measure",
                        column: x => x.Measure,
                        principalTable: "measure",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "stage",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    By = table.Column<int>(type: "INTEGER", nullable: true),
                    DateInferred = table.Column<bool>(type: "INTEGER", nullable: false),
                    From = table.Column<int>(type: "INTEGER", nullable: true),
                    Standing = table.Column<bool>(type: "INTEGER", nullable: false),
                    Round = table.Column<string>(type: "TEXT", nullable: true),
                    Upper = table.Column<decimal>(type: "TEXT", nullable: true),
                    Grade = table.Column<string>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    Measure = table.Column<string>(type: "TEXT", nullable: false),
                    Stored_Denominator = table.Column<long>(type: "INTEGER", nullable: true),
                    Stored_Numerator = table.Column<long>(type: "INTEGER", nullable: true),
                    Stored_Stated = table.Column<decimal>(type: "TEXT", nullable: true),
                    Stored_Unit = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stage", x => x.Id);
                    table.ForeignKey(
                        name: "FK_stage_measure_Measure",
                        column: x => x.Measure,
                        principalTable: "measure",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "frozen_reading",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Measure = table.Column<string>(type: "TEXT", nullable: false),
                    Grade = table.Column<string>(type: "TEXT", nullable: true),
                    Expected = table.Column<decimal>(type: "TEXT", nullable: true),
                    Colour = table.Column<string>(type: "TEXT", nullable: false),
                    Panel = table.Column<int>(type: "INTEGER", nullable: false),
                    Stored_Denominator = table.Column<long>(type: "INTEGER", nullable: true),
                    Stored_Numerator = table.Column<long>(type: "INTEGER", nullable: true),
                    Stored_Stated = table.Column<decimal>(type: "TEXT", nullable: true),
                    Stored_Unit = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_frozen_reading", x => x.Id);
                    table.ForeignKey(
                        name: "FK_frozen_reading_panel_Panel",
                        column: x => x.Panel,
                        principalTable: "panel",
                        principalColumn: "On",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "plan_revision",
                columns: new[] { "Id", "Value" },
                values: new object[] { 1, 0L });

            migrationBuilder.CreateIndex(
                name: "IX_baseline_Measure",
                table: "baseline",
                column: "Measure");

            migrationBuilder.CreateIndex(
                name: "IX_comparator_Measure",
                table: "comparator",
                column: "Measure");

            migrationBuilder.CreateIndex(
                name: "IX_frozen_reading_Panel",
                table: "frozen_reading",
                column: "Panel");

            migrationBuilder.CreateIndex(
                name: "IX_milestone_Line",
                table: "milestone",
                column: "Line");

            migrationBuilder.CreateIndex(
                name: "IX_outgoing_message_NextAttempt",
                table: "outgoing_message",
                column: "NextAttempt");

            migrationBuilder.CreateIndex(
                name: "reading_current",
                table: "reading",
                columns: new[] { "Measure", "ScopeKind", "PeriodKind", "To", "From", "Code", "Within", "Round", "Origin" },
                unique: true,
                filter: "Current = 1");

            migrationBuilder.CreateIndex(
                name: "IX_stage_Measure",
                table: "stage",
                column: "Measure");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "baseline");

            migrationBuilder.DropTable(
                name: "change_log");

            migrationBuilder.DropTable(
                name: "comparator");

            migrationBuilder.DropTable(
                name: "definition");

            migrationBuilder.DropTable(
                name: "frozen_reading");

            migrationBuilder.DropTable(
                name: "milestone");

            migrationBuilder.DropTable(
                name: "outgoing_message");

            migrationBuilder.DropTable(
                name: "plan");

            migrationBuilder.DropTable(
                name: "plan_revision");

            migrationBuilder.DropTable(
                name: "reading");

            migrationBuilder.DropTable(
                name: "stage");

            migrationBuilder.DropTable(
                name: "panel");

            migrationBuilder.DropTable(
                name: "line");

            migrationBuilder.DropTable(
                name: "measure");
        }
    }
}
