using Microsoft.Playwright;

namespace ImprovementSuite.EndToEnd.Browser;

/// <summary>What a person with a keyboard, a narrow screen or colours of their own would find wrong with a page.</summary>
internal static class Seeing
{
    // Finds the stops of the keyboard in the order of the document, keeps them and says how many. Of a group of radios one is a stop; of a form that nobody sees none.
    private const string Stops =
        """
        () => {
          const group = new Set()
          window.stopsOfKeyboard = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')].filter(e => {
            if (e.disabled || !e.checkVisibility({ visibilityProperty: true })) return false
            if (e.type !== 'radio') return true
            const name = `${[...document.forms].indexOf(e.form)} ${e.name}`
            const chosen = document.querySelector(`input[type=radio][name="${e.name}"]:checked`)
            if (chosen && chosen.form === e.form ? chosen !== e : group.has(name)) return false
            group.add(name)
            return true
          })
          return window.stopsOfKeyboard.length
        }
        """;

    // Where the keyboard is: its place among the stops, its name, and what is wrong with it.
    private const string Stop =
        """
        forced => {
          const e = document.activeElement
          if (!e || e === document.body) return null
          const box = e.getClientRects()[0]
          const [left, top, right, bottom] = [Math.max(box.left, 0), Math.max(box.top, 0), Math.min(box.right, innerWidth), Math.min(box.bottom, innerHeight)]
          const name = `${e.tagName} "${(e.innerText || e.getAttribute('aria-label') || e.name || '').trim().slice(0, 40)}"`
          // GOV.UK draws a choice beside its input, which lies over it and is not seen.
          const drawn = e.matches('.govuk-radios__input, .govuk-checkboxes__input') ? getComputedStyle(e.nextElementSibling, '::before') : getComputedStyle(e)
          const outlined = drawn.outlineStyle !== 'none' && parseFloat(drawn.outlineWidth) > 0 && (forced || !/, 0\)$/.test(drawn.outlineColor))
          const at = `${window.stopsOfKeyboard.indexOf(e)}`
          if (right <= left || bottom <= top) return [at, name, 'is out of sight']
          const hit = document.elementFromPoint((left + right) / 2, Math.min((top + bottom) / 2, top + 12))
          if (!hit || !(e.contains(hit) || hit.contains(e) || e.labels && [...e.labels].includes(hit))) return [at, name, `lies under ${hit?.tagName} ${hit?.className}`]
          return [at, name, outlined || !forced && (drawn.boxShadow !== 'none' || drawn.backgroundColor === 'rgb(255, 221, 0)') ? '' : 'does not show that the keyboard is there']
        }
        """;

    /// <summary>Goes through the whole page with Tab, and back with Shift+Tab: every stop is seen, each comes in the order of the document, and none holds on.</summary>
    public static async Task<IReadOnlyList<string>> KeyboardFaults(this IPage page, bool forced, bool back = false)
    {
        var faults = new List<string>();
        var count = await page.EvaluateAsync<int>(Stops);
        await Press("Tab", Enumerable.Range(0, count));
        if (back)
            await Press("Shift+Tab", Enumerable.Range(0, count - 1).Reverse());
        return faults;

        async Task Press(string key, IEnumerable<int> order)
        {
            foreach (var expected in order)
            {
                await page.Keyboard.PressAsync(key);
                if (await page.EvaluateAsync<string[]?>(Stop, forced) is not [var place, var name, var fault])
                {
                    faults.Add($"{page.Url}: {key} leads nowhere where stop {expected} of {count} is expected");
                    return;
                }
                if (fault != "")
                    faults.Add($"{page.Url}: {name} {fault} ({key})");
                if (place != $"{expected}")
                {
                    faults.Add($"{page.Url}: {key} leads to {name}, stop {place} of {count}, where stop {expected} is expected");
                    return;
                }
            }
        }
    }

    /// <summary>Presses Tab until the keyboard is there.</summary>
    public static async Task TabTo(this IPage page, ILocator there)
    {
        await there.WaitForAsync();
        for (var pressed = 0; pressed < 400; pressed++)
        {
            if (await there.EvaluateAsync<bool>("e => e === document.activeElement"))
                return;
            await page.Keyboard.PressAsync("Tab");
        }
        throw new InvalidOperationException($"400 times Tab do not lead to {there} on {page.Url}");
    }

    /// <summary>What makes the page scroll sideways, is cut off, or leaves a field too little room to write in.</summary>
    public static Task<string[]> RunsOff(this IPage page) => page.EvaluateAsync<string[]>(
        """
        () => {
          const width = document.documentElement.clientWidth
          const faults = []
          const say = (e, what) => faults.push(`${location.href} at ${width} px: ${e.tagName}.${e.className} ${what}`)
          if (document.documentElement.scrollWidth > width) faults.push(`${location.href} is ${document.documentElement.scrollWidth} px wide on a screen of ${width} px`)
          for (const e of document.querySelectorAll('body *:not(svg, svg *, script, template)')) {
            if (e.parentElement.closest('.table-pane, .govuk-visually-hidden, .govuk-skip-link, .chart') || e.closest('thead, caption, .govuk-skip-link, .chart')) continue
            const box = e.getBoundingClientRect()
            if (box.width <= 1 || !e.checkVisibility()) continue
            if (box.right > width + 1 || box.left < -1) say(e, `lies from ${Math.round(box.left)} to ${Math.round(box.right)} px`)
            if (!e.matches('input') && ['hidden', 'clip'].includes(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth + 1) say(e, 'is cut off')
            if (e.matches('select, textarea, input:not([type=radio], [type=checkbox])') && box.width < 44) say(e, `is ${Math.round(box.width)} px wide`)
          }
          return faults.slice(0, 10)
        }
        """);

    /// <summary>WCAG 1.4.12: as far apart as a person may set lines, paragraphs, words and letters.</summary>
    public static Task SpaceOut(this IPage page) => page.EvaluateAsync(
        """
        () => {
          const sheet = new CSSStyleSheet()
          sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }')
          document.adoptedStyleSheets = [sheet]
        }
        """);

    /// <summary>Where colours are the person's own: ratings without border, shape or word, strokes and fills that are the paper's, links that look like text.</summary>
    public static Task<string[]> LostColours(this IPage page) => page.EvaluateAsync<string[]>(
        """
        () => {
          const faults = []
          const paper = getComputedStyle(document.body).backgroundColor
          const say = (e, what) => faults.push(`${location.href}: ${e.tagName}.${e.getAttribute('class')} ${what}`)
          const shown = selector => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility())
          for (const e of shown('.rag')) {
            if (!e.querySelector('.rag__shape') || !e.textContent.trim()) say(e, 'has no shape or no word')
            if (!e.matches('.rag--word') && (getComputedStyle(e).borderTopStyle === 'none' || getComputedStyle(e).borderTopColor === paper)) say(e, 'has no border')
          }
          for (const e of shown('.trend__reading, .trend__expected, .table-bar__track, .table-bar__mark')) if (['none', paper].includes(getComputedStyle(e).stroke)) say(e, 'is not drawn')
          for (const e of shown('.trend__end, .table-bar__value')) if (['none', paper].includes(getComputedStyle(e).fill)) say(e, 'is not filled')
          for (const e of shown('.squares__one--own')) if (getComputedStyle(e).backgroundColor === paper) say(e, 'is not filled')
          for (const e of shown('main a[href]')) {
            const style = getComputedStyle(e)
            if (!style.textDecorationLine.includes('underline') && style.color === getComputedStyle(e.parentElement).color && style.borderTopStyle === 'none') say(e, `"${e.textContent.trim()}" looks like text`)
          }
          return [...new Set(faults)]
        }
        """);
}
