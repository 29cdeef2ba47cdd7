using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ImprovementSuite.SocialCare.Data.Migrations
{
    /// <inheritdoc />
    public partial class DataQuality : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.InsertData(
                table: "dq_setting",
                columns: new[] { "Id", "AssessmentTimesLimit", "DecisionWorkingDays", "EarlyHelpMonths", "EntryWorkingDays", "FreshDays", "FreshDaysMonthly", "PercentForA", "PercentForB", "SupervisionMonths", "Version" },
                values: new object[] { 1, 2, 5, 3, 5, 2, 35, 1, 5, 2, 1 });

            migrationBuilder.CreateIndex(
                name: "dq_failure_open",
                table: "dq_failure",
                columns: new[] { "RecordType", "RowId", "Rule" },
                unique: true,
                filter: "ResolvedOn IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
        }
    }
}
