package nl.standaardencatalogus.server.dump;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.time.Instant;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.validity.Validity;
import nl.standaardencatalogus.server.http.Links;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.http.Reads;
import nl.standaardencatalogus.server.http.Validators;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;

/**
 * The releases over HTTP, below {@code /dumps/}. A file is sent as it lies there, compressed as it
 * is: its media type is that of the packing, and it has no content encoding, so that what arrives
 * is what was signed. Names are looked up among what there is; none becomes a path.
 */
public final class Dumps {
  private static final String PATH = "/dumps/";
  private static final String LATEST = "latest";
  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final String FOR_A_WHILE = "public, max-age=300";
  private static final int BUFFER = 1 << 16;

  private final Releases releases;
  private final SigningKey key;
  private final Pages pages;
  private final Descriptions descriptions;

  /** The pages about releases, for people. */
  public interface Pages {
    /** Answers with the page about all of them. */
    void all(Context context);

    /** Answers with the page about one. */
    void one(Context context, Release release);
  }

  /** Answers with RDF in the form that suits the client best. */
  public interface Descriptions {
    /**
     * Answers, or leaves it to the page for who prefers one.
     *
     * @param about what the graph is about
     * @param path where it is on this server
     * @param modified when it last became what it is
     * @return whether it has been answered
     */
    boolean answer(Context context, Node about, String path, Graph graph, Instant modified);
  }

  /** The releases, as they are at each request. */
  public Dumps(Releases releases, SigningKey key, Pages pages, Descriptions descriptions) {
    this.releases = releases;
    this.key = key;
    this.pages = pages;
    this.descriptions = descriptions;
  }

  /** Adds the addresses to the routes. */
  public void routes(JavalinConfig config) {
    Reads.add(config, PATH, this::all);
    Reads.add(config, PATH + "{name}", this::named);
    Reads.add(config, PATH + "{day}/{file}", this::file);
  }

  private void all(Context context) {
    context.header("Cache-Control", "no-cache");
    Instant modified = releases.latest().map(Release::visible).orElse(null);
    if (!descriptions.answer(context, ReleaseFiles.SERIES, "/dumps", series(), modified)) {
      pages.all(context);
    }
  }

  /** The newest release whole, of the others that they are there. */
  private Graph series() {
    Graph graph = GraphFactory.createDefaultGraph();
    Node series = NodeFactory.createURI(DCAT.NS + "DatasetSeries");
    ReleaseDescription.prefixes().forEach(graph.getPrefixMapping()::setNsPrefix);
    graph.add(ReleaseFiles.SERIES, RDF.type.asNode(), series);
    for (Release each : releases.all()) {
      Node release = ReleaseFiles.release(each.day());
      graph.add(release, NodeFactory.createURI(DCAT.NS + "inSeries"), ReleaseFiles.SERIES);
      graph.add(release, RDF.type.asNode(), DCAT.Dataset.asNode());
    }
    releases
        .latest()
        .ifPresent(
            latest -> {
              graph.add(
                  ReleaseFiles.SERIES,
                  NodeFactory.createURI(DCAT.NS + "last"),
                  ReleaseFiles.release(latest.day()));
              latest.said().graph().stream().forEach(graph::add);
            });
    return graph;
  }

  private void named(Context context) {
    String name = context.pathParam("name");
    if (name.equals(ReleaseFiles.KEY)) {
      context.header("Cache-Control", FOR_A_WHILE);
      context.contentType("text/plain;charset=utf-8").result(key.publicPem());
    } else if (name.equals(LATEST)) {
      see(context, latest(), "");
    } else if (name.startsWith(LATEST + ".")) {
      String wanted = name.substring(LATEST.length());
      Release release = latest();
      see(
          context,
          release,
          release.data().stream()
              .map(Release.Part::name)
              .filter(file -> file.endsWith(release.day() + wanted))
              .findFirst()
              .orElseThrow(() -> absent(name)));
    } else {
      one(context, release(name));
    }
  }

  private void one(Context context, Release release) {
    context.header("Cache-Control", "no-cache");
    Node about = ReleaseFiles.release(release.day());
    String path = PATH + release.day();
    Graph graph = release.said().graph();
    if (!descriptions.answer(context, about, path, graph, release.visible())) {
      pages.one(context, release);
    }
  }

  private static Instant ended(Release release) {
    return release.day().plusDays(1).atStartOfDay(Validity.ZONE).toInstant();
  }

  private void file(Context context) throws IOException {
    String day = context.pathParam("day");
    String name = context.pathParam("file");
    Release release = day.equals(LATEST) ? latest() : release(day);
    if (day.equals(LATEST)) {
      String dated = name.replace("-" + LATEST + ".", "-" + release.day() + ".");
      see(context, release, part(release, dated).name());
    } else {
      send(context, release, part(release, name));
    }
  }

  private static Release.Part part(Release release, String name) {
    return Optional.ofNullable(release.files().get(name)).orElseThrow(() -> absent(name));
  }

  private Release latest() {
    return releases
        .latest()
        .orElseThrow(
            () ->
                new ProblemException(
                    404, "There is no release yet: the first comes when a day with commits ends."));
  }

  private Release release(String day) {
    return releases.of(day).orElseThrow(() -> absent(day));
  }

  private static ProblemException absent(String name) {
    return new ProblemException(
        404, "There is no release or file " + name + "; /dumps/ lists what there is.");
  }

  private static void see(Context context, Release release, String file) {
    context.header("Cache-Control", FOR_A_WHILE);
    context.status(302).header("Location", PATH + release.day() + "/" + file);
  }

  private static void send(Context context, Release release, Release.Part part) throws IOException {
    Validators validators = new Validators('"' + part.sha256() + '"', ended(release));
    validators.send(context.res());
    context.header("Cache-Control", FOR_EVER);
    context.header("Accept-Ranges", "bytes");
    context.header(
        "Link",
        new Links().add(PATH + release.day() + "/", "describedby", "type", "text/turtle").header());
    if (validators.unchanged(context.req())) {
      context.status(304);
      return;
    }
    context.disableCompression();
    context.contentType(type(part.name()));
    Optional<ByteRange> asked = asked(context, validators, part);
    if (asked.filter(ByteRange.NONE::equals).isPresent()) {
      context.header("Content-Range", "bytes */" + part.bytes());
      throw new ProblemException(416, "The file has " + part.bytes() + " bytes.");
    }
    asked.ifPresent(
        range -> {
          context.status(206);
          context.header(
              "Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + part.bytes());
        });
    copy(context, part, asked.orElse(new ByteRange(0, part.bytes() - 1)));
  }

  /** A part of another file would be no use: who names one of those gets the whole of this. */
  private static Optional<ByteRange> asked(
      Context context, Validators validators, Release.Part part) {
    String condition = context.header("If-Range");
    boolean same = condition == null || condition.equals(validators.tag());
    return same && context.method() == HandlerType.GET
        ? ByteRange.of(context.header("Range"), part.bytes())
        : Optional.empty();
  }

  private static void copy(Context context, Release.Part part, ByteRange range) throws IOException {
    context.res().setContentLengthLong(range.length());
    if (context.method() == HandlerType.HEAD) {
      return;
    }
    try (FileChannel file = FileChannel.open(part.path())) {
      file.position(range.first());
      InputStream in = Channels.newInputStream(file);
      OutputStream out = context.res().getOutputStream();
      byte[] buffer = new byte[BUFFER];
      long left = range.length();
      while (left > 0) {
        int read = in.read(buffer, 0, (int) Math.min(left, BUFFER));
        if (read < 0) {
          throw new IOException(part.path() + " is shorter than it was");
        }
        out.write(buffer, 0, read);
        left -= read;
      }
    }
  }

  private static String type(String name) {
    for (Packing packing : Packing.values()) {
      if (name.endsWith("." + packing.suffix())) {
        return packing.type();
      }
    }
    return switch (name) {
      case ReleaseFiles.DESCRIPTION -> "text/turtle;charset=utf-8";
      case ReleaseFiles.SIGNATURE -> "application/octet-stream";
      default -> "text/plain;charset=utf-8";
    };
  }
}
