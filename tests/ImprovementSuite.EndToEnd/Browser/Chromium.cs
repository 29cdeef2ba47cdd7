using Microsoft.Playwright;
using Xunit;

namespace ImprovementSuite.EndToEnd.Browser;

/// <summary>The distribution's Chromium, driven by Playwright. Without it the browser tests fail: what nobody looked at is not known to work.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        var executable = Places.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("The browser tests need Chromium, which is not installed. On Debian: apt-get install chromium");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = executable,
            // It talks to the host on loopback and to nobody else.
            Args = ["--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
    }

    public async Task<IBrowserContext> Open(string address, int width = Widths.Desk, bool script = true) =>
        await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            JavaScriptEnabled = script,
        });

    /// <summary>1280 x 1024 at 400%: a screen of 320 x 256 whose points are four times as fine. The person's own colours take the place of the suite's.</summary>
    public async Task<IBrowserContext> OpenZoomed(string address, bool script = true) =>
        await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address,
            ViewportSize = new ViewportSize { Width = Widths.Zoomed, Height = 256 },
            DeviceScaleFactor = 4,
            ForcedColors = ForcedColors.Active,
            JavaScriptEnabled = script,
        });

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}

/// <summary>The widths that the screens are drawn for.</summary>
public static class Widths
{
    public const int Desk = 1280;
    public const int Phone = 375;
    public const int Zoomed = 320;
}
