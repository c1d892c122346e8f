package nl.standaardencatalogus.server.harvest;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.catalogue.validity.Validity;
import nl.standaardencatalogus.server.document.Form;
import nl.standaardencatalogus.server.http.Gzip;
import nl.standaardencatalogus.server.http.ProblemException;

/** The catalogue for harvesters over HTTP: {@code /catalog}, in every form of a document. */
public final class Harvest {
  private static final String PATH = "/catalog";
  private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

  private final Supplier<Snapshot> now;
  private final Descriptions descriptions;
  private final String page;

  /**
   * The catalogue as it is at each request.
   *
   * @param page the path of the page that tells people about harvesting
   */
  public Harvest(Supplier<Snapshot> now, Descriptions descriptions, String page) {
    this.now = now;
    this.descriptions = descriptions;
    this.page = page;
  }

  /** Adds the addresses to the routes. */
  public void routes(JavalinConfig config) {
    route(config, PATH, context -> show(context, null));
    for (Form form : Form.values()) {
      route(config, PATH + "." + form.suffix(), context -> show(context, form));
    }
  }

  private static void route(JavalinConfig config, String path, Handler handler) {
    config.routes.get(path, handler);
    config.routes.head(path, handler);
  }

  private void show(Context context, Form asked) {
    context.header("Vary", asked == null ? "Accept, Accept-Encoding" : "Accept-Encoding");
    Instant since = Since.of(context.queryParams("modifiedSince"));
    Form form = asked != null ? asked : suiting(context);
    if (form == Form.HTML) {
      context.status(303).header("Location", page);
      return;
    }
    Snapshot snapshot = now.get();
    Representation representation = descriptions.representation(snapshot, form, since);
    boolean compressed = Gzip.accepted(context.req());
    String tag = '"' + representation.tag() + (compressed ? "-gz\"" : "\"");
    Instant changed = changed(snapshot);
    context.header("ETag", tag);
    context.header("Last-Modified", HTTP_DATE.format(changed.atZone(ZoneOffset.UTC)));
    context.header("Cache-Control", "no-cache");
    context.header("Catalogue-Sequence", Long.toString(snapshot.sequence()));
    context.header("Link", links(since == null ? "" : "?" + context.queryString()));
    if (unchanged(context, tag, changed)) {
      context.status(304);
      return;
    }
    context.contentType(form.type() + (form == Form.RDF_XML ? "" : ";charset=utf-8"));
    if (compressed) {
      context.header("Content-Encoding", "gzip");
    }
    context.result(compressed ? representation.compressed() : representation.plain());
  }

  private static Form suiting(Context context) {
    return Form.ofAccept(context.header("Accept"))
        .orElseThrow(
            () ->
                new ProblemException(
                    406,
                    "The catalogue comes as "
                        + Arrays.stream(Form.values()).map(Form::type).toList()
                        + "."));
  }

  /** What follows from dates changes at midnight, without a commit. */
  private static Instant changed(Snapshot snapshot) {
    Instant midnight = snapshot.day().atStartOfDay(Validity.ZONE).toInstant();
    Instant recorded = snapshot.recorded().truncatedTo(ChronoUnit.SECONDS);
    return recorded.isAfter(midnight) ? recorded : midnight;
  }

  private static String links(String query) {
    StringBuilder links = new StringBuilder();
    links.append('<').append(DcatCatalogue.CATALOG.getURI()).append(">; rel=\"describes\"");
    for (Form form : Form.values()) {
      links.append(", <").append(PATH).append('.').append(form.suffix()).append(query);
      links.append(">; rel=\"alternate\"; type=\"").append(form.type()).append('"');
    }
    return links.toString();
  }

  private static boolean unchanged(Context context, String tag, Instant changed) {
    String known = context.header("If-None-Match");
    if (known != null) {
      return List.of(known.split(",")).stream()
          .map(String::trim)
          .map(t -> t.startsWith("W/") ? t.substring(2) : t)
          .anyMatch(t -> t.equals("*") || t.equals(tag));
    }
    String since = context.header("If-Modified-Since");
    return since != null && !changed.isAfter(date(since));
  }

  /** The moment in a header; one that cannot be read is as good as none. */
  private static Instant date(String header) {
    try {
      return ZonedDateTime.parse(header, HTTP_DATE).toInstant();
    } catch (DateTimeParseException e) {
      return Instant.MIN;
    }
  }
}
