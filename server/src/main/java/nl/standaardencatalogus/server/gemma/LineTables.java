package nl.standaardencatalogus.server.gemma;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.CodeLists;
import nl.standaardencatalogus.server.gemma.Difference.Kind;
import nl.standaardencatalogus.server.gemma.Difference.Line;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The lines of a difference as a page shows them, a table for each kind. */
public final class LineTables {
  private static final int MOST = 1000;

  private static final Map<String, String> SAID =
      Map.ofEntries(
          Map.entry("title", "gemma.of.title"),
          Map.entry("elementType", "gemma.of.elementType"),
          Map.entry("gemmaType", "gemma.of.gemmaType"),
          Map.entry("bbn", "gemma.of.bbn"),
          Map.entry("version", "gemma.of.version"),
          Map.entry("status", "gemma.of.status"),
          Map.entry("validUntil", "gemma.of.validUntil"),
          Map.entry("decision", "gemma.of.decision"),
          Map.entry("its kind and theme are not in GEMMA", "gemma.of.nokind"),
          Map.entry("its name cannot be made an identifier", "gemma.of.noname"),
          Map.entry("it goes with no standard that the catalogue has", "gemma.of.nostandard"),
          Map.entry("its Versieaanduiding cannot be made an identifier", "gemma.of.nolabel"),
          Map.entry("it has no version", "gemma.of.noversion"),
          Map.entry("in use, without a version in use", "gemma.of.noneused"),
          Map.entry("ended, with a version in use", "gemma.of.oneused"),
          Map.entry("versions that are called Actueel", "gemma.of.rolling"));

  /** What is left out, by how it is told. */
  private static final List<Unknown> UNKNOWN =
      List.of(
          new Unknown("relation (.+) with what is not in the catalogue", "gemma.left.outside"),
          new Unknown("relation (.+) with itself", "gemma.left.itself"),
          new Unknown("relation (.+)", "gemma.left.relation"),
          new Unknown("element (.+)", "gemma.left.element"),
          new Unknown("property (.+) of elements", "gemma.left.property"),
          new Unknown("property (.+) of relations", "gemma.left.relation.property"),
          new Unknown("(.+) of what is in the catalogue", "gemma.left.value"));

  private static final Set<String> RELATIONS =
      Set.of(
          "aggregates",
          "appliesTo",
          "assignedTo",
          "composedOf",
          "flowsTo",
          "inGroup",
          "realises",
          "serves",
          "specialises");

  private static final Map<String, String> SCHEMES =
      Map.of(
          "elementType", CodeLists.ARCHIMATE_TYPE,
          "gemmaType", CodeLists.GEMMA_TYPE,
          "status", CodeLists.LEVENSFASE,
          "decision", CodeLists.LEVENSFASE);

  private final View view;

  private record Unknown(Pattern pattern, String key) {
    Unknown(String pattern, String key) {
      this(Pattern.compile(pattern), key);
    }
  }

  /**
   * The lines of a kind.
   *
   * @param id what it is called in addresses
   * @param count of all, of which the first are shown
   */
  public record Lines(
      String id, String title, String text, int count, List<Shown> shown, boolean counted) {
    /** How many are not shown. */
    public int more() {
      return count - shown.size();
    }
  }

  /**
   * A line.
   *
   * @param about what differs; null where it is about nothing in particular
   */
  public record Shown(Link about, String what, Link other, String from, String to) {}

  LineTables(View view) {
    this.view = view;
  }

  /** A table for each kind that there is something of. */
  List<Lines> of(List<Line> lines) {
    return Kind.SHOWN.stream()
        .map(kind -> lines(kind, lines.stream().filter(it -> it.kind() == kind).toList()))
        .filter(it -> it.count() > 0)
        .toList();
  }

  /** The same of what became otherwise since a release was taken over. */
  List<Lines> sinceThen(List<Line> lines) {
    return Kind.SHOWN.stream()
        .map(kind -> since(kind, lines.stream().filter(it -> it.kind() == kind).toList()))
        .filter(it -> it.count() > 0)
        .toList();
  }

  private Lines lines(Kind kind, List<Line> lines) {
    return lines(kind, lines, view.t("gemma.kind." + kind.text() + ".text"));
  }

  private Lines since(Kind kind, List<Line> lines) {
    return lines(kind, lines, view.t("gemma.drift.text"));
  }

  private Lines lines(Kind kind, List<Line> lines, String text) {
    return new Lines(
        kind.text(),
        view.t("gemma.kind." + kind.text()),
        text,
        lines.size(),
        lines.stream().limit(MOST).map(this::shown).toList(),
        kind == Kind.UNKNOWN);
  }

  private Shown shown(Line line) {
    Link about = line.thing().isEmpty() ? Link.text(line.name()) : about(line);
    if (line.kind() == Kind.UNKNOWN) {
      return new Shown(null, left(line.property()), null, "", line.to());
    }
    String said = SAID.get(line.property());
    String[] words = line.property().split(" ");
    if (said == null && words.length == 2) {
      return new Shown(
          about,
          relation(words[0]),
          other(words[1]),
          value(CodeLists.GEMMA_KWALIFICATIE, line.from()),
          value(
              line.kind() == Kind.CONTRADICTING
                  ? CodeLists.LEVENSFASE
                  : CodeLists.GEMMA_KWALIFICATIE,
              line.to()));
    }
    String scheme = SCHEMES.get(line.property());
    String from = line.property().equals("decision") ? line.from() : value(scheme, line.from());
    String to =
        line.to().equals("not in the release") ? view.t("gemma.of.gone") : value(scheme, line.to());
    return new Shown(about, said == null ? line.property() : view.t(said), null, from, to);
  }

  private Link about(Line line) {
    Node thing = NodeFactory.createURI(line.thing());
    return view.holds(thing)
        ? view.link(thing)
        : Link.text(line.name().isEmpty() ? Iris.lastSegment(thing) : line.name());
  }

  private String relation(String name) {
    if (name.equals("associatedWith")) {
      return view.t("relation.associatedWith");
    }
    return RELATIONS.contains(name) ? view.t("relation." + name + ".out") : name;
  }

  private Link other(String slug) {
    for (Node node : List.of(Iris.component(slug), Iris.standard(slug))) {
      if (view.holds(node)) {
        return view.link(node);
      }
    }
    return Link.text(value(CodeLists.GEMMA_GROEP, slug));
  }

  private String value(String scheme, String slug) {
    return scheme == null || !slug.matches("[a-z0-9-]+")
        ? slug
        : view.name(CodeLists.concept(scheme, slug));
  }

  private String left(String property) {
    for (Unknown unknown : UNKNOWN) {
      Matcher matcher = unknown.pattern().matcher(property);
      if (matcher.matches()) {
        return view.t(unknown.key(), matcher.group(1));
      }
    }
    return property;
  }
}
