package nl.standaardencatalogus.server.page;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ConsoleMessagesOptions;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ConsoleMessagesFilter;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One page in the Chromium of the system, without a window; where it is missing the tests fail. */
public final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  private static final String AXE = resource("/axe.min.js");

  private static final String CHECK =
      """
      axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',
        'best-practice']}).then(r => r.violations.map(
          v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 200)).join(' | ')))
      """;

  private static final Set<String> COMPLAINTS = Set.of("assert", "error", "warning");

  static {
    // On a busy machine an answer may take longer than the five seconds it gets by default.
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
  }

  private static final String SHIFTS =
      """
      () => new Promise(done => {
        const moved = [];
        new PerformanceObserver(list => list.getEntries().forEach(e =>
          moved.push(e.value + ' ' + e.sources.map(s =>
            s.node?.outerHTML?.slice(0, 120) ?? s.node?.nodeName))))
          .observe({type: 'layout-shift', buffered: true});
        requestAnimationFrame(() => setTimeout(() => done(moved), 50));
      })
      """;

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private Page page;

  public Browser() {
    playwright =
        Playwright.create(
            new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--disable-quic")));
    page = chromium.newContext(options(true)).newPage();
  }

  private static String resource(String name) {
    try (InputStream in = Browser.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static NewContextOptions options(boolean scripts) {
    return new NewContextOptions()
        .setJavaScriptEnabled(scripts)
        .setReducedMotion(ReducedMotion.REDUCE);
  }

  public Page page() {
    return page;
  }

  public Locator find(String css) {
    return page.locator(css);
  }

  public void open(String address, int width) {
    page.clearConsoleMessages();
    page.clearPageErrors();
    page.setViewportSize(width, 900);
    page.navigate(address);
  }

  /** Has pages ask for the colours of the night, or of the day. */
  public void dark(boolean is) {
    page.emulateMedia(
        new EmulateMediaOptions()
            .setColorScheme(is ? ColorScheme.DARK : ColorScheme.LIGHT)
            .setReducedMotion(ReducedMotion.REDUCE));
  }

  /** Goes on with an empty page that runs scripts, or not; who was logged in still is. */
  public void scripts(boolean run) {
    BrowserContext before = page.context();
    page = chromium.newContext(options(run).setStorageState(before.storageState())).newPage();
    before.close();
  }

  /** What axe has against the page, by rule. */
  public List<?> violations() {
    // What was waited for may be there before all of the page is.
    page.waitForLoadState();
    page.evaluate(AXE);
    return (List<?>) page.evaluate(CHECK);
  }

  /** By how many pixels the page is wider than the window. */
  public int overflow() {
    return (int)
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }

  /** What sticks out at the right, for the message of a failing test. */
  public String widest() {
    return String.valueOf(
        page.evaluate(
            """
            () => {
              const w = document.documentElement.clientWidth;
              return [...document.querySelectorAll('body *')]
                .filter(e => !e.closest('.scroll') && e.getBoundingClientRect().right > w
                  || e.scrollWidth > e.clientWidth + 1 && e.scrollWidth > w - 60)
                .slice(0, 5).map(e => e.outerHTML.slice(0, 120));
            }
            """));
  }

  /** What moved while the page was loading, with what it was that moved. */
  public List<?> shifts() {
    return (List<?>) page.evaluate(SHIFTS);
  }

  /** What the browser complained of since an address was opened, such as a breach of the policy. */
  public List<String> complaints() {
    return Stream.concat(
            page
                .consoleMessages(new ConsoleMessagesOptions().setFilter(ConsoleMessagesFilter.ALL))
                .stream()
                .filter(message -> COMPLAINTS.contains(message.type()))
                .map(message -> message.text() + " " + message.location()),
            page.pageErrors().stream())
        .toList();
  }

  @Override
  public void close() {
    playwright.close();
  }
}
