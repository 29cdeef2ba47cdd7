using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Html;
using Xunit;

namespace ImprovementSuite.Tests.Platform.Ui;

public class KeptHtmlTests
{
    [Fact]
    public void It_is_written_once()
    {
        var (row, written) = (new KeptHtml(), 0);

        var first = row.Or(Markup);
        var second = row.Or(Markup);

        Assert.Equal(("<td>1</td>", "<td>1</td>"), (first.Value, second.Value));

        IHtmlContent Markup(object? _) => new HtmlString($"<td>{++written}</td>");
    }

    [Fact]
    public void Indentation_is_left_out_and_a_space_between_words_stays_one() =>
        Assert.Equal("<td>\n<b>64%</b> of\n68  </td>", new KeptHtml().Or(_ => new HtmlString("<td>\n      <b>64%</b> of   \r\n\n      68  </td>")).Value);
}
