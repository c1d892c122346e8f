package nl.standaardencatalogus.server.harvest;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.catalogue.validity.Validity;
import nl.standaardencatalogus.server.document.Form;
import nl.standaardencatalogus.server.http.Accept;
import nl.standaardencatalogus.server.http.Gzip;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.http.Reads;
import nl.standaardencatalogus.server.http.Validators;

/** The catalogue for harvesters over HTTP: {@code /catalog}, in every form of a document. */
public final class Harvest {
  private static final String PATH = "/catalog";

  /** In bytes. */
  private static final int PIECE = 1 << 18;

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
    Reads.add(config, PATH, context -> show(context, null));
    for (Form form : Form.OF_DOCUMENTS) {
      Reads.add(config, PATH + "." + form.suffix(), context -> show(context, form));
    }
  }

  private void show(Context context, Form asked) {
    context.header("Vary", asked == null ? "Accept, Accept-Encoding" : "Accept-Encoding");
    Since.refuseOthers(context.queryParamMap().keySet());
    Instant since = Since.of(context.queryParams(Since.NAME));
    Form form = asked != null ? asked : suiting(context);
    if (form == Form.HTML) {
      context.status(303).header("Location", page);
      return;
    }
    Snapshot snapshot = now.get();
    Representation representation = descriptions.representation(snapshot, form, since);
    boolean compressed = Gzip.accepted(context.req());
    String tag = '"' + representation.tag() + (compressed ? "-gz\"" : "\"");
    Validators validators = new Validators(tag, changed(snapshot, descriptions.released()));
    validators.send(context.res());
    context.header("Cache-Control", "no-cache");
    context.header("Catalogue-Sequence", Long.toString(snapshot.sequence()));
    context.header("Link", links(since == null ? "" : "?" + context.queryString()));
    if (validators.unchanged(context.req())) {
      context.status(304);
      return;
    }
    context.contentType(form.type() + (form == Form.RDF_XML ? "" : ";charset=utf-8"));
    if (compressed) {
      context.header("Content-Encoding", "gzip");
    }
    send(context, compressed ? representation.compressed() : representation.plain());
  }

  /**
   * Javalin copies a result in pieces of 8 KB, which costs a large description more than the net;
   * so do the 32 KB that Jetty hands to the net at a time.
   */
  private static void send(Context context, byte[] bytes) {
    context.res().setContentLength(bytes.length);
    if (context.method() == HandlerType.HEAD) {
      return;
    }
    try {
      context.res().setBufferSize(PIECE);
      context.res().getOutputStream().write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Form suiting(Context context) {
    return Form.ofAccept(Accept.of(context.req()))
        .orElseThrow(
            () ->
                new ProblemException(
                    406,
                    "The catalogue comes as "
                        + Form.OF_DOCUMENTS.stream().map(Form::type).toList()
                        + "."));
  }

  /** What follows from dates changes at midnight, without a commit; so does the newest dump. */
  private static Instant changed(Snapshot snapshot, Instant released) {
    Instant midnight = snapshot.day().atStartOfDay(Validity.ZONE).toInstant();
    Instant recorded = snapshot.recorded().truncatedTo(ChronoUnit.SECONDS);
    return Stream.of(recorded, midnight, released.truncatedTo(ChronoUnit.SECONDS))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static String links(String query) {
    StringBuilder links = new StringBuilder();
    links.append('<').append(DcatCatalogue.CATALOG.getURI()).append(">; rel=\"describes\"");
    for (Form form : Form.OF_DOCUMENTS) {
      links.append(", <").append(PATH).append('.').append(form.suffix()).append(query);
      links.append(">; rel=\"alternate\"; type=\"").append(form.type()).append('"');
    }
    return links.toString();
  }
}
