package nl.standaardencatalogus.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every kind of page, in a real browser. */
@Tag("browser")
class EveryPageTest {
  private static final int KILOBYTES = 150;

  private static final String ON_THE_WIRE =
      """
      () => ['navigation', 'resource'].flatMap(t => performance.getEntriesByType(t))
        .reduce((sum, e) => sum + e.encodedBodySize, 0)
      """;

  /** What is wrong with what has the focus; nothing at the end of the page. */
  private static final String STEP =
      """
      () => {
        const e = document.activeElement;
        if (!e || e === document.body) { return null; }
        const style = getComputedStyle(e), box = e.getBoundingClientRect();
        const shown = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
        const inView = box.bottom > 0 && box.top < innerHeight && box.width > 0;
        e.setAttribute('data-walked', '');
        return (shown ? '' : 'no outline: ') + (inView ? '' : 'out of view: ')
          + (shown && inView ? '' : e.outerHTML.slice(0, 120));
      }
      """;

  private static final String LEFT_OUT =
      """
      () => [...document.querySelectorAll(
          'a[href], button, input, select, textarea, summary, [tabindex="0"]')]
        .filter(e => e.type !== 'hidden' && e.type !== 'radio' && !e.disabled
          && e.checkVisibility() && !e.hasAttribute('data-walked'))
        .map(e => e.outerHTML.slice(0, 120))
      """;

  /** What a browser says of a page that came with a status of a problem. */
  private static final String REFUSED =
      "(?s).*(404 \\(Not Found\\)|400 \\(Bad Request\\)|410 \\(Gone\\)).*";

  private static final int MOST_STEPS = 2000;

  @TempDir private static Path folder;
  private static Site site;
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    site = Site.withRelease(folder);
    browser = new Browser();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    site.close();
  }

  static Stream<String> pages() {
    return PageKinds.inBothLanguages().filter(EveryPageTest::isWithoutEditor);
  }

  /** The page with the editor has a class of its own, {@link WorkbenchTest}. */
  private static boolean isWithoutEditor(String path) {
    return !path.endsWith("/sparql");
  }

  static Stream<Arguments> schemes() {
    return pages()
        .flatMap(p -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK).map(s -> Arguments.of(p, s)));
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void page_is_accessible_in_light_and_dark(String path, ColorScheme scheme) {
    browser.dark(scheme == ColorScheme.DARK);
    browser.open(site.at(path), 1280);
    assertEquals(List.of(), browser.violations());
    assertEquals(
        List.of(),
        browser.complaints().stream()
            .filter(c -> !PageKinds.isProblem(path) || !c.matches(REFUSED))
            .toList());
  }

  /** 320 pixels are what is left of a window of 1280 at 400 %. */
  @ParameterizedTest
  @MethodSource("pages")
  void page_fits_a_narrow_window(String path) {
    browser.open(site.at(path), 320);
    assertEquals(0, browser.overflow(), () -> "wider than the window: " + browser.widest());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_is_small_and_stays_where_it_is(String path) {
    browser.open(site.at(path), 1280);
    assertEquals(List.of(), browser.shifts());
    int bytes = ((Number) browser.page().evaluate(ON_THE_WIRE)).intValue();
    assertTrue(bytes > 0 && bytes <= KILOBYTES * 1000, () -> bytes + " bytes on the wire");
  }

  static Stream<String> dutchPages() {
    return PageKinds.ofSmall().filter(EveryPageTest::isWithoutEditor);
  }

  @ParameterizedTest
  @MethodSource("dutchPages")
  void page_can_be_walked_with_the_keyboard(String path) {
    browser.open(site.at(path), 1280);
    List<String> wrong = new ArrayList<>();
    String said = step();
    for (int i = 0; said != null && i < MOST_STEPS; i++) {
      if (!said.isEmpty()) {
        wrong.add(said);
      }
      said = step();
    }
    assertEquals(List.of(), wrong);
    assertEquals(List.of(), browser.page().evaluate(LEFT_OUT), "not come by");
  }

  private static String step() {
    browser.page().keyboard().press("Tab");
    return (String) browser.page().evaluate(STEP);
  }
}
