package nl.standaardencatalogus.server.statement;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.http.Reads;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.Pages;

/**
 * The addresses of the statements, and of {@code security.txt} (RFC 9116), which is there as soon
 * as somebody has been named to write to.
 */
public final class Statements {
  /** Short enough that a copy of it does not outlive who reads the mail. */
  private static final Duration GOOD_FOR = Duration.ofDays(90);

  private final Pages pages;
  private final URI contact;
  private final Clock clock;
  private final String publicUrl;

  /**
   * The statements.
   *
   * @param contact where to write to, as {@code mailto:}; null for nowhere
   * @param publicUrl where the catalogue is on the web
   */
  public Statements(Pages pages, URI contact, Clock clock, String publicUrl) {
    this.pages = pages;
    this.contact = contact;
    this.clock = clock;
    this.publicUrl = publicUrl;
  }

  /** Adds the addresses to the routes. */
  public void routes(JavalinConfig config) {
    add(config, "/toegankelijkheid", "access", "access.title");
    add(config, "/privacy", "privacy", "privacy.title");
    add(config, "/contact", "contact", "contact.title");
    Reads.add(config, "/.well-known/security.txt", this::security);
  }

  private void add(JavalinConfig config, String path, String template, String title) {
    Link link =
        contact == null ? null : new Link(contact.getSchemeSpecificPart(), contact.toString());
    pages.add(
        config,
        path,
        template,
        (view, context) -> Optional.of(StatementPage.of(view, title, link)));
  }

  private void security(Context context) {
    if (contact == null) {
      throw new ProblemException(404, "Nobody has been named to write to.");
    }
    String expires = clock.instant().plus(GOOD_FOR).truncatedTo(ChronoUnit.DAYS).toString();
    context
        .contentType("text/plain;charset=utf-8")
        .header("Cache-Control", "public, max-age=86400")
        .result(
            "Contact: "
                + contact
                + "\nExpires: "
                + expires
                + "\nPreferred-Languages: nl, en\nCanonical: "
                + publicUrl
                + "/.well-known/security.txt\n");
  }
}
