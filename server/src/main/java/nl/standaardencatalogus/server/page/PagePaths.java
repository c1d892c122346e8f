package nl.standaardencatalogus.server.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.Ontology;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Which page shows a thing, and which thing a page shows: paths without a language. */
public final class PagePaths {
  private static final String ID = Iris.BASE + "id/";
  private static final String DEF = Iris.BASE + "def/";
  private static final String ONTOLOGY = "/ontologie";
  private static final String CONCEPTS = "/begrippen/";
  private static final String RULES = "/regels";
  private static final String REORGANISATIONS = "/herindelingen/";

  /** The section of the pages for each kind of record, by how its IRI goes on after the base. */
  private static final Map<String, String> SECTIONS = new LinkedHashMap<>();

  static {
    SECTIONS.put("standaard/", "/standaarden/");
    SECTIONS.put("component/", "/architectuur/");
    SECTIONS.put("besluit/", "/besluiten/");
    SECTIONS.put("gemeente/gm", "/gemeenten/gm");
    SECTIONS.put("gemeente/", REORGANISATIONS);
    SECTIONS.put("herindeling/", REORGANISATIONS);
    SECTIONS.put("provincie/", "/provincies/");
    SECTIONS.put("organisatie/", "/organisaties/");
    SECTIONS.put("samenwerking/", "/samenwerkingen/");
    SECTIONS.put("verklaring/", "/opgaven/");
    SECTIONS.put("doel/", "/doelen/");
    SECTIONS.put("project/", "/projecten/");
    SECTIONS.put("advies/", "/adviezen/");
    SECTIONS.put("procedure/", "/procedures/");
    SECTIONS.put("vergadering/", "/vergaderingen/");
    SECTIONS.put("revisie/", "/revisies/");
    SECTIONS.put("commit/", "/commits/");
    for (String kind : List.of("ministerie", "oorg", "zbo", "so", "waterschap", "col")) {
      SECTIONS.put(kind + "/", "/organisaties/" + kind + "/");
    }
  }

  private PagePaths() {}

  /** The path of the page about a thing or the record it is part of; empty for what has none. */
  public static Optional<String> of(Node thing) {
    if (!thing.isURI()) {
      return Optional.empty();
    }
    if (thing.getURI().equals(Ontology.IRI)) {
      return Optional.of(ONTOLOGY);
    }
    if (thing.getURI().startsWith(SC.NS)) {
      return Optional.of(ONTOLOGY + "#" + Iris.lastSegment(thing));
    }
    if (thing.getURI().startsWith(Rules.NS)) {
      return Optional.of(RULES + "/" + thing.getURI().substring(Rules.NS.length()));
    }
    String iri = Iris.recordOf(thing).getURI();
    if (Rules.NS.equals(iri + "#")) {
      return Optional.of(RULES);
    }
    if (iri.startsWith(DEF)) {
      return Optional.of(CONCEPTS + iri.substring(DEF.length()));
    }
    return Stream.of(ID, Iris.TOOI)
        .filter(iri::startsWith)
        .map(base -> iri.substring(base.length()))
        .findFirst()
        .flatMap(PagePaths::path);
  }

  private static Optional<String> path(String tail) {
    return SECTIONS.entrySet().stream()
        .filter(section -> tail.startsWith(section.getKey()))
        .findFirst()
        .map(s -> s.getValue() + tail.substring(s.getKey().length()))
        .map(path -> path.replace("/versie/", "/versies/"));
  }

  /** The things that the page at a path may be about, the likeliest first. */
  static List<Node> things(String path) {
    if (path.startsWith(CONCEPTS)) {
      return List.of(NodeFactory.createURI(DEF + path.substring(CONCEPTS.length())));
    }
    return SECTIONS.entrySet().stream()
        .filter(section -> path.startsWith(section.getValue()))
        .map(section -> section.getKey() + path.substring(section.getValue().length()))
        .map(tail -> Iris.thingAt(tail.replace("/versies/", "/versie/")))
        .toList();
  }

  /** The path of the document about a thing, where the catalogue has one. */
  static Optional<String> document(Node thing) {
    return Iris.document(thing).map(iri -> iri.substring(Iris.BASE.length() - 1));
  }

  /** Whether an address may be linked to: only what a browser opens as a page. */
  static boolean web(String address) {
    return address.startsWith("https://") || address.startsWith("http://");
  }
}
