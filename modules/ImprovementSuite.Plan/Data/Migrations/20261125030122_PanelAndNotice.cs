using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ImprovementSuite.Plan.Data.Migrations
{
    /// <inheritdoc />
    public partial class PanelAndNotice : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "EnteredAt",
                table: "reading",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EnteredBy",
                table: "reading",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "File",
                table: "reading",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SupersededAt",
                table: "reading",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SupersededBy",
                table: "reading",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WithdrawnWhy",
                table: "reading",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "plan",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "DispatchOn",
                table: "panel",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "FrozenAt",
                table: "panel",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FrozenBy",
                table: "panel",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "FrozenOn",
                table: "panel",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "UpdatesDue",
                table: "panel",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "panel",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Evidence",
                table: "milestone",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "measure",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "DeclaredReason",
                table: "line",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "line",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "From",
                table: "frozen_reading",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "PeriodKind",
                table: "frozen_reading",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Round",
                table: "frozen_reading",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "To",
                table: "frozen_reading",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "decision",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Panel = table.Column<int>(type: "INTEGER", nullable: false),
                    Line = table.Column<string>(type: "TEXT", nullable: true),
                    Ruling = table.Column<string>(type: "TEXT", nullable: true),
                    Computed = table.Column<string>(type: "TEXT", nullable: false),
                    Declared = table.Column<string>(type: "TEXT", nullable: false),
                    Minute = table.Column<string>(type: "TEXT", nullable: false),
                    Owner = table.Column<string>(type: "TEXT", nullable: true),
                    By = table.Column<int>(type: "INTEGER", nullable: true),
                    MinutedBy = table.Column<string>(type: "TEXT", nullable: false),
                    MinutedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", nullable: true),
                    AnsweredBy = table.Column<string>(type: "TEXT", nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decision", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "frozen_line",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Line = table.Column<string>(type: "TEXT", nullable: false),
                    Computed = table.Column<string>(type: "TEXT", nullable: false),
                    Declared = table.Column<string>(type: "TEXT", nullable: false),
                    Panel = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_frozen_line", x => x.Id);
                    table.ForeignKey(
                        name: "FK_frozen_line_panel_Panel",
                        column: x => x.Panel,
                        principalTable: "panel",
                        principalColumn: "On",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "frozen_pack",
                columns: table => new
                {
                    Panel = table.Column<int>(type: "INTEGER", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_frozen_pack", x => x.Panel);
                });

            migrationBuilder.CreateTable(
                name: "judgement",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false),
                    Measure = table.Column<string>(type: "TEXT", nullable: true),
                    On = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_judgement", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "line_update",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Panel = table.Column<int>(type: "INTEGER", nullable: false),
                    Line = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    WhatChanged = table.Column<string>(type: "TEXT", nullable: true),
                    Why = table.Column<string>(type: "TEXT", nullable: true),
                    WhatNext = table.Column<string>(type: "TEXT", nullable: true),
                    Declared = table.Column<string>(type: "TEXT", nullable: false),
                    DeclaredDirection = table.Column<string>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    AuthorId = table.Column<string>(type: "TEXT", nullable: true),
                    AuthorName = table.Column<string>(type: "TEXT", nullable: true),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SubmittedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AcceptedBy = table.Column<string>(type: "TEXT", nullable: true),
                    AcceptedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReturnedWith = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_line_update", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "notice",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    IssuedBy = table.Column<string>(type: "TEXT", nullable: true),
                    IssuedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    ReviewOn = table.Column<int>(type: "INTEGER", nullable: true),
                    EndsOn = table.Column<int>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "paper",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Panel = table.Column<int>(type: "INTEGER", nullable: false),
                    Line = table.Column<string>(type: "TEXT", nullable: true),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Owner = table.Column<string>(type: "TEXT", nullable: false),
                    ReceivedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    ReceivedBy = table.Column<string>(type: "TEXT", nullable: true),
                    Addendum = table.Column<bool>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_paper", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reading_file",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ActorId = table.Column<string>(type: "TEXT", nullable: false),
                    BroughtAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reading_file", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "recommendation",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false),
                    IsOverdue = table.Column<bool>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    OriginallyDue = table.Column<int>(type: "INTEGER", nullable: false),
                    Measures = table.Column<string>(type: "TEXT", nullable: false),
                    Path = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recommendation", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reminder",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Panel = table.Column<int>(type: "INTEGER", nullable: false),
                    Workstream = table.Column<string>(type: "TEXT", nullable: false),
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
                name: "workstream_contact",
                columns: table => new
                {
                    Workstream = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Email = table.Column<string>(type: "TEXT", nullable: false),
                    EscalateTo = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workstream_contact", x => x.Workstream);
                });

            migrationBuilder.CreateTable(
                name: "condition",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Basis = table.Column<string>(type: "TEXT", nullable: true),
                    Tests = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Notice = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_condition", x => x.Id);
                    table.ForeignKey(
                        name: "FK_condition_notice_Notice",
                        column: x => x.Notice,
                        principalTable: "notice",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_condition_Notice",
                table: "condition",
                column: "Notice");

            migrationBuilder.CreateIndex(
                name: "decision_ruling",
                table: "decision",
                columns: new[] { "Panel", "Line" },
                unique: true,
                filter: "Ruling IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_decision_Panel",
                table: "decision",
                column: "Panel");

            migrationBuilder.CreateIndex(
                name: "IX_frozen_line_Panel",
                table: "frozen_line",
                column: "Panel");

            migrationBuilder.CreateIndex(
                name: "IX_line_update_Panel_Line",
                table: "line_update",
                columns: new[] { "Panel", "Line" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_paper_Panel",
                table: "paper",
                column: "Panel");

            migrationBuilder.CreateIndex(
                name: "IX_reminder_Panel_Workstream_Kind",
                table: "reminder",
                columns: new[] { "Panel", "Workstream", "Kind" },
                unique: true);

            // Panels of an earlier schema: papers a week before the meeting, updates three working days before that (day 0 is a Monday), and what was frozen is of its meeting's day.
            migrationBuilder.Sql(
                """
                UPDATE panel SET DispatchOn = "On" - 7;
                UPDATE panel SET UpdatesDue = DispatchOn - CASE WHEN DispatchOn % 7 BETWEEN 3 AND 4 THEN 3 ELSE 5 END,
                                 FrozenOn = CASE WHEN EXISTS (SELECT * FROM frozen_reading WHERE Panel = panel."On") THEN "On" END;
                UPDATE frozen_reading SET "To" = Panel, "From" = Panel,
                    PeriodKind = CASE (SELECT RatedOn FROM measure WHERE Code = Measure) WHEN 0 THEN 2 WHEN 1 THEN 0 WHEN 2 THEN 3 WHEN 3 THEN 5 ELSE 4 END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "condition");

            migrationBuilder.DropTable(
                name: "decision");

            migrationBuilder.DropTable(
                name: "frozen_line");

            migrationBuilder.DropTable(
                name: "frozen_pack");

            migrationBuilder.DropTable(
                name: "judgement");

            migrationBuilder.DropTable(
                name: "line_update");

            migrationBuilder.DropTable(
                name: "paper");

            migrationBuilder.DropTable(
                name: "reading_file");

            migrationBuilder.DropTable(
                name: "recommendation");

            migrationBuilder.DropTable(
                name: "reminder");

            migrationBuilder.DropTable(
                name: "workstream_contact");

            migrationBuilder.DropTable(
                name: "notice");

            migrationBuilder.DropColumn(
                name: "EnteredAt",
                table: "reading");

            migrationBuilder.DropColumn(
                name: "EnteredBy",
                table: "reading");

            migrationBuilder.DropColumn(
                name: "File",
                table: "reading");

            migrationBuilder.DropColumn(
                name: "SupersededAt",
                table: "reading");

            migrationBuilder.DropColumn(
                name: "SupersededBy",
                table: "reading");

            migrationBuilder.DropColumn(
                name: "WithdrawnWhy",
                table: "reading");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "plan");

            migrationBuilder.DropColumn(
                name: "DispatchOn",
                table: "panel");

            migrationBuilder.DropColumn(
                name: "FrozenAt",
                table: "panel");

            migrationBuilder.DropColumn(
                name: "FrozenBy",
                table: "panel");

            migrationBuilder.DropColumn(
                name: "FrozenOn",
                table: "panel");

            migrationBuilder.DropColumn(
                name: "UpdatesDue",
                table: "panel");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "panel");

            migrationBuilder.DropColumn(
                name: "Evidence",
                table: "milestone");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "measure");

            migrationBuilder.DropColumn(
                name: "DeclaredReason",
                table: "line");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "line");

            migrationBuilder.DropColumn(
                name: "From",
                table: "frozen_reading");

            migrationBuilder.DropColumn(
                name: "PeriodKind",
                table: "frozen_reading");

            migrationBuilder.DropColumn(
                name: "Round",
                table: "frozen_reading");

            migrationBuilder.DropColumn(
                name: "To",
                table: "frozen_reading");
        }
    }
}
