package nl.standaardencatalogus.server.document;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import nl.standaardencatalogus.catalogue.revision.Moment;
import nl.standaardencatalogus.server.http.HttpDate;
import nl.standaardencatalogus.server.http.Links;
import nl.standaardencatalogus.server.http.ProblemException;
import org.apache.jena.graph.Node;

/**
 * The past of a document, as RFC 7089 (Memento) wants it to be found: every revision of the record
 * is a memento, a deletion too. Nothing is kept for it; the log knows it all.
 */
final class Mementos {
  private static final String LINK_FORMAT = "application/link-format";

  private final String publicUrl;

  Mementos(String publicUrl) {
    this.publicUrl = publicUrl;
  }

  /** The documents of one record through time: where it is now, and all of its moments. */
  record Timeline(Node record, String path, List<Moment> moments) {
    /** What is below {@code /doc/}. */
    String tail() {
      return path.substring("/doc/".length());
    }

    private int at(Instant moment) {
      int place = 0;
      for (int i = 0; i < moments.size(); i++) {
        // Dates in HTTP have no parts of seconds.
        if (!moments.get(i).recorded().truncatedTo(ChronoUnit.SECONDS).isAfter(moment)) {
          place = i;
        }
      }
      return place;
    }

    private int of(long revision) {
      return moments.stream().map(Moment::revision).toList().indexOf(revision);
    }
  }

  /** Sends on to what was there at the moment that the client asks for, the newest without one. */
  void gate(Context context, Timeline timeline, Optional<Form> form) {
    String asked = context.header("Accept-Datetime");
    int last = timeline.moments().size() - 1;
    int place = asked == null ? last : timeline.at(moment(asked));
    context.header("Vary", "Accept-Datetime");
    context.header("Cache-Control", "no-cache");
    Links links = ways(timeline, new Links());
    around(timeline, place, links);
    context.header("Link", links.header());
    context.status(302);
    String suffix = form.map(f -> "." + f.suffix()).orElse("");
    context.header("Location", address(timeline.moments().get(place)) + suffix);
  }

  private static Instant moment(String header) {
    return HttpDate.read(header)
        .orElseThrow(
            () ->
                new ProblemException(
                    400, "Accept-Datetime must be a date such as Tue, 24 Nov 2026 09:00:00 GMT."));
  }

  /** All mementos of a record, for programs. */
  void map(Context context, Timeline timeline) {
    List<Moment> moments = timeline.moments();
    Links links = new Links();
    links.add(publicUrl + timeline.path(), "original");
    links.add(publicUrl + "/timegate/" + timeline.tail(), "timegate");
    links.add(
        publicUrl + "/timemap/" + timeline.tail(),
        "self",
        "type",
        LINK_FORMAT,
        "from",
        date(moments.get(0)),
        "until",
        date(moments.get(moments.size() - 1)));
    for (int i = 0; i < moments.size(); i++) {
      String relation =
          (i == 0 ? "first " : "") + (i == moments.size() - 1 ? "last " : "") + "memento";
      memento(links, moments.get(i), relation);
    }
    context.header("Cache-Control", "no-cache");
    context.contentType(LINK_FORMAT).result(links.lines());
  }

  /** Says of which document an answer is a memento, and since when it was like that. */
  void describe(Context context, Timeline timeline, long revision, Links links) {
    int place = timeline.of(revision);
    context.header("Memento-Datetime", date(timeline.moments().get(place)));
    ways(timeline, links);
    around(timeline, place, links);
  }

  /** Says of a document where its past is. */
  void original(Timeline timeline, Links links) {
    ways(timeline, links);
  }

  private Links ways(Timeline timeline, Links links) {
    Moment first = timeline.moments().get(0);
    Moment last = timeline.moments().get(timeline.moments().size() - 1);
    return links
        .add(publicUrl + timeline.path(), "original")
        .add(publicUrl + "/timegate/" + timeline.tail(), "timegate")
        .add(
            publicUrl + "/timemap/" + timeline.tail(),
            "timemap",
            "type",
            LINK_FORMAT,
            "from",
            date(first),
            "until",
            date(last));
  }

  /** The first and last mementos, this one, and those before and after it. */
  private void around(Timeline timeline, int place, Links links) {
    List<Moment> moments = timeline.moments();
    int last = moments.size() - 1;
    for (int i : new TreeSet<>(List.of(0, place - 1, place, place + 1, last))) {
      if (i >= 0 && i <= last) {
        StringBuilder relation = new StringBuilder();
        relation.append(i == 0 ? "first " : "").append(i == place - 1 ? "prev " : "");
        relation.append(i == place + 1 ? "next " : "").append(i == last ? "last " : "");
        memento(links, moments.get(i), relation + "memento");
      }
    }
  }

  private void memento(Links links, Moment moment, String relation) {
    links.add(publicUrl + address(moment), relation, "datetime", date(moment));
  }

  /** Where the memento of a revision is. */
  static String address(Moment moment) {
    return String.format(Locale.ROOT, "/memento/%d", moment.revision());
  }

  private static String date(Moment moment) {
    return HttpDate.of(moment.recorded());
  }
}
