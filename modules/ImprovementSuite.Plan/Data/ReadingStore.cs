using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Plan.Data;

/// <summary>Appends what modules have calculated. It is written in SQL because it stands between a batch of records and the plan.</summary>
internal sealed class ReadingStore(ModuleDatabase<PlanDb> database, BusinessClock clock)
{
    private const string Key =
        "Measure = $1 AND ScopeKind = $2 AND PeriodKind = $3 AND \"To\" = $4 AND \"From\" = $5 AND Code = $6 AND Within = $7 AND Round = '' AND Origin = 0 AND Current = 1";

    /// <summary>
    /// Takes values in one transaction. A higher revision on the same day replaces; on a later day it is appended and the older one is kept
    /// as superseded; a lower or equal one changes nothing. So values may come twice and in any order.
    /// </summary>
    public void Take(IEnumerable<MeasureValue> values)
    {
        using var connection = database.Open();
        using var find = connection.Prepared($"SELECT Id, Revision, KnownOn, Numerator, Denominator, Unit, Stated FROM reading WHERE {Key}", 7);
        using var replace = connection.Prepared("UPDATE reading SET Numerator = $2, Denominator = $3, Unit = $4, Stated = $5, DataAsAt = $6, Revision = $7, Trust = $8, TrustWhy = $9 WHERE Id = $1", 9);
        using var supersede = connection.Prepared("UPDATE reading SET Current = 0 WHERE Id = $1", 1);
        using var append = connection.Prepared(
            """
            INSERT INTO reading (Measure, ScopeKind, PeriodKind, "To", "From", Code, Within, Round, Origin, Current, KnownOn, Numerator, Denominator, Unit, Stated, DataAsAt, Revision, Trust, TrustWhy)
            VALUES ($1, $2, $3, $4, $5, $6, $7, '', 0, 1, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            """, 16);
        var today = clock.Today;
        database.Write(connection, () =>
        {
            var changed = false;
            foreach (var value in values)
                changed |= Take(value);
            if (changed)
                connection.Execute("UPDATE plan_revision SET Value = Value + 1");
        });

        bool Take(MeasureValue value)
        {
            var (scope, period, figure) = (value.Scope, value.Period, value.Figure);
            var known = Find(value);
            if (known is { } old && old.Revision >= value.Revision)
                return false;
            var stated = figure.Stated is { } exact ? exact.ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
            var asAt = SqliteCommands.ToMilliseconds(value.DataAsAt);
            // The same figure counted again is no restatement: it keeps the day on which it became known.
            if (known is { } current && (current.KnownOn == today || current.Figure == figure))
            {
                replace.With(current.Id, figure.Numerator, figure.Denominator, (int)figure.Unit, stated, asAt, value.Revision, (int?)value.Trust, value.TrustWhy).ExecuteNonQuery();
                return true;
            }
            if (known is { } older)
                supersede.With(older.Id).ExecuteNonQuery();
            append.With(
                value.Measure, (int)scope.Kind, (int)period.Kind, period.To, period.From, scope.Code, scope.Within ?? "",
                today, figure.Numerator, figure.Denominator, (int)figure.Unit, stated, asAt, value.Revision, (int?)value.Trust, value.TrustWhy).ExecuteNonQuery();
            return true;
        }

        Known? Find(MeasureValue value)
        {
            find.With(value.Measure, (int)value.Scope.Kind, (int)value.Period.Kind, value.Period.To, value.Period.From, value.Scope.Code, value.Scope.Within ?? "");
            using var row = find.ExecuteReader();
            return row.Read()
                ? new Known(row.GetInt64(0), row.GetInt64(1), row.GetDay(2), Figure.FromParts(Long(row, 3), Long(row, 4), (Unit)row.GetInt32(5), row.IsDBNull(6) ? null : row.GetDecimal(6)))
                : null;
        }
    }

    private static long? Long(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    private readonly record struct Known(long Id, long Revision, DateOnly KnownOn, Figure Figure);
}
