using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace ImprovementSuite.SocialCare.Data.Migrations
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
                name: "contact",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ReceivedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    Origin = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false),
                    Child = table.Column<string>(type: "TEXT", nullable: false),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    HolderId = table.Column<int>(type: "INTEGER", nullable: false),
                    WorkerId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contact", x => x.Id);
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
                    CorrectedAt = table.Column<long>(type: "INTEGER", nullable: true)
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
                name: "referral",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ReceivedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    Origin = table.Column<int>(type: "INTEGER", nullable: false),
                    ClosedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false),
                    Child = table.Column<string>(type: "TEXT", nullable: false),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    HolderId = table.Column<int>(type: "INTEGER", nullable: false),
                    WorkerId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_referral", x => x.Id);
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
                name: "time_limit",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Measure = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<int>(type: "INTEGER", nullable: false),
                    WorkingDays = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedBy = table.Column<int>(type: "INTEGER", nullable: false),
                    StartDayCounts = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_time_limit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "worker",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_worker", x => x.Id);
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
                name: "assessment",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    ReferralId = table.Column<long>(type: "INTEGER", nullable: true),
                    ClockFrom = table.Column<int>(type: "INTEGER", nullable: true),
                    StartedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    CompletedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false),
                    Child = table.Column<string>(type: "TEXT", nullable: false),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    HolderId = table.Column<int>(type: "INTEGER", nullable: false),
                    WorkerId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_assessment_referral_ReferralId",
                        column: x => x.ReferralId,
                        principalTable: "referral",
                        principalColumn: "Id");
                });

            migrationBuilder.InsertData(
                table: "team",
                columns: new[] { "Id", "Code", "Locality", "SucceededOn", "SuccessorId" },
                values: new object[] { 0, "", "", null, null });

            migrationBuilder.InsertData(
                table: "time_limit",
                columns: new[] { "Id", "DecidedBy", "From", "Measure", "StartDayCounts", "WorkingDays" },
                values: new object[,]
                {
                    { 1, 0, 733132, "NI59", 0, 7 },
                    { 2, 0, 733132, "NI60", 0, 35 },
                    { 3, 0, 734958, "ASSESSMENT-45", 0, 45 }
                });

            migrationBuilder.InsertData(
                table: "worker",
                columns: new[] { "Id", "Name" },
                values: new object[] { 0, "" });

            migrationBuilder.CreateIndex(
                name: "assessment_counted",
                table: "assessment",
                columns: new[] { "Kind", "CompletedOn", "TeamId", "ClockFrom" },
                filter: "Counts = 1 AND CompletedOn IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "assessment_open",
                table: "assessment",
                columns: new[] { "Kind", "HolderId", "ClockFrom" },
                filter: "Counts = 1 AND CompletedOn IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_assessment_ReferralId",
                table: "assessment",
                column: "ReferralId");

            migrationBuilder.CreateIndex(
                name: "IX_assessment_SourceId_RecordId",
                table: "assessment",
                columns: new[] { "SourceId", "RecordId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "contact_counted",
                table: "contact",
                columns: new[] { "ReceivedOn", "TeamId" },
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_contact_SourceId_RecordId",
                table: "contact",
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
                name: "IX_outgoing_message_NextAttempt",
                table: "outgoing_message",
                column: "NextAttempt");

            migrationBuilder.CreateIndex(
                name: "IX_referral_Child_ReceivedOn",
                table: "referral",
                columns: new[] { "Child", "ReceivedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_referral_SourceId_RecordId",
                table: "referral",
                columns: new[] { "SourceId", "RecordId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "referral_counted",
                table: "referral",
                columns: new[] { "ReceivedOn", "TeamId" },
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_source_of_record_RecordType_From",
                table: "source_of_record",
                columns: new[] { "RecordType", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_team_Code_Locality",
                table: "team",
                columns: new[] { "Code", "Locality" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_time_limit_Measure_From",
                table: "time_limit",
                columns: new[] { "Measure", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_worker_Name",
                table: "worker",
                column: "Name",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "assessment");

            migrationBuilder.DropTable(
                name: "change_log");

            migrationBuilder.DropTable(
                name: "contact");

            migrationBuilder.DropTable(
                name: "feed_checkpoint");

            migrationBuilder.DropTable(
                name: "feed_receipt");

            migrationBuilder.DropTable(
                name: "feed_rejection");

            migrationBuilder.DropTable(
                name: "feed_source");

            migrationBuilder.DropTable(
                name: "measure_value");

            migrationBuilder.DropTable(
                name: "outgoing_message");

            migrationBuilder.DropTable(
                name: "recalculation_mark");

            migrationBuilder.DropTable(
                name: "source_of_record");

            migrationBuilder.DropTable(
                name: "stale_day");

            migrationBuilder.DropTable(
                name: "tally");

            migrationBuilder.DropTable(
                name: "team");

            migrationBuilder.DropTable(
                name: "time_limit");

            migrationBuilder.DropTable(
                name: "worker");

            migrationBuilder.DropTable(
                name: "working_day");

            migrationBuilder.DropTable(
                name: "referral");
        }
    }
}
