using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ImprovementSuite.SocialCare.Data.Migrations
{
    /// <inheritdoc />
    public partial class MoreRecords : Migration
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

            migrationBuilder.InsertData(
                table: "time_limit",
                columns: new[] { "Id", "DecidedBy", "From", "Measure", "StartDayCounts", "WorkingDays" },
                values: new object[] { 4, 0, 733132, "ICPC-15", 0, 15 });

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
                name: "contact_counted",
                table: "contact",
                columns: new[] { "ReceivedOn", "TeamId", "Outcome" },
                filter: "Counts = 1");

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
                name: "care_leaver");

            migrationBuilder.DropTable(
                name: "child");

            migrationBuilder.DropTable(
                name: "conference");

            migrationBuilder.DropTable(
                name: "data_quality_check");

            migrationBuilder.DropTable(
                name: "early_help_assessment");

            migrationBuilder.DropTable(
                name: "looked_after_period");

            migrationBuilder.DropTable(
                name: "looked_after_review");

            migrationBuilder.DropTable(
                name: "named_reader");

            migrationBuilder.DropTable(
                name: "protection_plan");

            migrationBuilder.DropTable(
                name: "section_47_enquiry");

            migrationBuilder.DropTable(
                name: "supervision");

            migrationBuilder.DropIndex(
                name: "referral_child",
                table: "referral");

            migrationBuilder.DropIndex(
                name: "referral_counted",
                table: "referral");

            migrationBuilder.DropIndex(
                name: "contact_counted",
                table: "contact");

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
