package nl.standaardencatalogus.server.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real Chromium without a window; where it is missing the tests fail. */
public final class Browser implements AutoCloseable {
  private static final String AXE = resource("/axe.min.js");

  private static final String CHECK =
      "const done = arguments[0];"
          + "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',"
          + " 'best-practice']}).then("
          + "r => done(r.violations.map(v => v.id + ': '"
          + " + v.nodes.slice(0, 3).map(n => n.html.slice(0, 200)).join(' | '))),"
          + "e => done(['axe: ' + e]));";

  private final ChromeDriver driver;

  public Browser() {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--force-prefers-reduced-motion");
    options.setCapability("goog:loggingPrefs", logs);
    driver = new ChromeDriver(options);
    driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
    driver.manage().timeouts().implicitlyWait(Duration.ofSeconds(10));
  }

  private static String resource(String name) {
    try (InputStream in = Browser.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void open(String address, int width) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    driver.get(address);
  }

  public String address() {
    return driver.getCurrentUrl();
  }

  public String title() {
    return driver.getTitle();
  }

  public WebElement find(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  public List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** What axe has against the page, by rule. */
  public List<?> violations() {
    driver.executeScript(AXE);
    return (List<?>) driver.executeAsyncScript(CHECK);
  }

  /** By how many pixels the page is wider than the window. */
  public long overflow() {
    return (Long)
        driver.executeScript(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }

  /** What sticks out at the right, for the message of a failing test. */
  public String widest() {
    return String.valueOf(
        driver.executeScript(
            "const w = document.documentElement.clientWidth; return [...document.querySelectorAll('body *')]"
                + ".filter(e => !e.closest('.scroll') && e.getBoundingClientRect().right > w || e.scrollWidth > e.clientWidth + 1 && e.scrollWidth > w - 60)"
                + ".slice(0, 5).map(e => e.outerHTML.slice(0, 120))"));
  }

  /** Presses keys, wherever the focus is. */
  public void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** Presses a key while Control is held. */
  public void control(CharSequence key) {
    new Actions(driver).keyDown(Keys.CONTROL).sendKeys(key).keyUp(Keys.CONTROL).perform();
  }

  /** Lets pages that are opened from now on run scripts, or not. */
  public void scripts(boolean run) {
    driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !run));
  }

  /** Waits until an expression is true on the page; fails when it never is. */
  public void await(String expression) {
    new WebDriverWait(driver, Duration.ofSeconds(30), Duration.ofMillis(20))
        .withMessage(() -> "never true: " + expression)
        .until(d -> driver.executeScript("return Boolean(" + expression + ")").equals(true));
  }

  /**
   * Does what leads to another page and waits until that page is there. A click returns before the
   * browser has begun to leave, so that what is asked right after it may be answered by the page
   * that is being left.
   */
  public void leave(Runnable step) {
    driver.executeScript("window.beingLeft = true");
    step.run();
    await("!window.beingLeft && document.readyState === 'complete'");
  }

  /** Follows a link or sends a form, by the element that is clicked. */
  public void follow(String css) {
    leave(find(css)::click);
  }

  public Object evaluate(String script) {
    return driver.executeScript(script);
  }

  /** What the browser complained of since the last time, such as a breach of the policy. */
  public List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
