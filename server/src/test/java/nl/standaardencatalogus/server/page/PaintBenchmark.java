package nl.standaardencatalogus.server.page;

import java.util.Locale;

/**
 * When the largest part of each kind of page is painted in a real browser, in milliseconds after it
 * was asked for.
 *
 * <p>{@code PaintBenchmark http://localhost:8080}; each page is opened twice, and the second
 * counts.
 */
public final class PaintBenchmark {
  private static final String LARGEST_PAINT =
      """
      () => new Promise(done => new PerformanceObserver(
        list => done(list.getEntries().at(-1).startTime))
          .observe({type: 'largest-contentful-paint', buffered: true}))
      """;

  private PaintBenchmark() {}

  public static void main(String[] args) {
    try (Browser browser = new Browser()) {
      for (String path : PageKinds.PATHS) {
        browser.open(args[0] + path, 1280);
        browser.open(args[0] + path, 1280);
        double paint = ((Number) browser.page().evaluate(LARGEST_PAINT)).doubleValue();
        System.out.printf(Locale.ROOT, "%7.0f  %s%n", paint, path);
      }
    }
  }
}
