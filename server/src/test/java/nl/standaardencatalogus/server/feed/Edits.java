package nl.standaardencatalogus.server.feed;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;

/** Random edits of a few goals and standards, as a catalogue may see them. */
final class Edits {
  private static final int THINGS = 12;
  private static final String PREFIXES =
      """
      PREFIX adms: <http://www.w3.org/ns/adms#>
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX def: <https://w3id.org/standaardencatalogus/def/>
      PREFIX org: <http://www.w3.org/ns/org#>
      PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      """;
  private static final List<String> THEMES =
      List.of(
          "afval",
          "bouw",
          "geo",
          "inkoop",
          "onderwijs",
          "openbaarmaking",
          "privacy",
          "stuf",
          "verkiezingen",
          "wonen");

  private final Catalogue catalogue;
  private final Random random;
  private final int[] lives = new int[2 * THINGS];

  Edits(Catalogue catalogue, long seed) {
    this.catalogue = catalogue;
    this.random = new Random(seed);
  }

  /** A goal whose text has all that must be escaped. */
  static Change goal(String slug, int number) {
    Node goal = Iris.goal(slug);
    return Change.put(
        goal,
        read(
            """
            <%1$s> a sc:Goal ; dct:title "Doel %2$d"@nl ; sc:order %2$d ;
              dct:description "Een \\"doel\\" om te proberen:\\n\\té > ü \\\\ <%1$s> ."@nl .
            """
                .formatted(goal.getURI(), number)));
  }

  /** A standard. */
  static Change standard(String slug, int number) {
    Node standard = Iris.standard(slug);
    return Change.put(
        standard,
        read(
            """
            <%1$s> a sc:Standard, dcat:DatasetSeries, dct:Standard ; dct:title "Standaard %2$d"@nl ;
              dct:description "Een standaard om te proberen."@nl ; dct:identifier "%3$s" ;
              sc:kind <https://w3id.org/standaardencatalogus/def/soort/koppelvlak> ;
              dcat:theme <https://w3id.org/standaardencatalogus/def/thema/omgevingswet> ;
              sc:sourceText "een proef" ;
              sc:confidence <https://w3id.org/standaardencatalogus/def/betrouwbaarheid/hoog> .
            """
                .formatted(standard.getURI(), number, slug)));
  }

  /** A standard with as many values as one may have of each property, and all that it names. */
  static Change[] many(String slug, int values) {
    Node standard = Iris.standard(slug);
    List<Change> changes = new ArrayList<>();
    StringBuilder said = new StringBuilder();
    for (int i = 0; i < values; i++) {
      Node organisation = Iris.organisation("organisatie-" + i);
      changes.add(
          Change.put(
              organisation,
              read(
                  "<%s> a org:Organization, sc:Organisation ; skos:prefLabel \"Organisatie %d\" ; sc:sourceText \"een proef\" ."
                      .formatted(organisation.getURI(), i))));
      changes.add(standard("geheel-" + i, i));
      changes.add(standard("voorganger-" + i, i));
      changes.add(standard("opvolger-" + i, i));
      said.append(
          """
          <%1$s> skos:altLabel "Naam %2$d"@nl ; sc:maintainer <%3$s> ; dcat:theme <%4$s> ;
            dcat:landingPage <https://example.org/pagina/%2$d> ;
            sc:specification <https://example.org/tekst/%2$d> ;
            adms:identifier <%1$s#nummer-%2$d> ;
            dct:isPartOf <%5$s> ; dct:replaces <%6$s> ; dct:isReplacedBy <%7$s> .
          <%1$s#nummer-%2$d> a adms:Identifier ; skos:notation "n%2$d" ; adms:schemaAgency "Iemand" .
          """
              .formatted(
                  standard.getURI(),
                  i,
                  organisation.getURI(),
                  Iris.BASE + "def/thema/" + THEMES.get(i),
                  Iris.standard("geheel-" + i).getURI(),
                  Iris.standard("voorganger-" + i).getURI(),
                  Iris.standard("opvolger-" + i).getURI()));
    }
    changes.add(
        Change.put(
            standard,
            read(
                """
                %2$s
                <%1$s> a sc:Standard, dcat:DatasetSeries, dct:Standard ; dct:identifier "%3$s" ;
                  dct:title "Veel"@nl, "Much"@en ;
                  dct:description "Een standaard met veel."@nl, "A standard with much."@en ;
                  sc:kind <https://w3id.org/standaardencatalogus/def/soort/koppelvlak> ;
                  sc:sourceText "een proef" ;
                  sc:confidence <https://w3id.org/standaardencatalogus/def/betrouwbaarheid/hoog> .
                """
                    .formatted(standard.getURI(), said, slug))));
    return changes.toArray(Change[]::new);
  }

  private static Graph read(String turtle) {
    return RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).toGraph();
  }

  /** A commit of up to eight changes. */
  void edit() {
    TreeSet<Integer> things = new TreeSet<>();
    for (int i = random.nextInt(8); i >= 0; i--) {
      things.add(random.nextInt(2 * THINGS));
    }
    record(things.stream().map(this::change).toArray(Change[]::new));
  }

  private Change change(int thing) {
    String slug = "ding-" + thing + "-" + lives[thing];
    Function<String, Node> iri = thing < THINGS ? Iris::goal : Iris::standard;
    if (random.nextInt(5) == 0 && catalogue.snapshot().current(iri.apply(slug)).isPresent()) {
      // What is deleted comes back under another name: its own is never used again.
      lives[thing]++;
      return Change.delete(iri.apply(slug));
    }
    int number = 1 + random.nextInt(1_000_000);
    return thing < THINGS ? goal(slug, number) : standard(slug, number);
  }

  /** One commit of many new goals. */
  void bulk(String name, int goals) {
    record(
        IntStream.range(0, goals)
            .mapToObj(i -> goal(name + "-" + i, i + 1))
            .toArray(Change[]::new));
  }

  /** One commit of these changes. */
  Outcome.Recorded record(Change... changes) {
    List<Change> list = new ArrayList<>(Arrays.asList(changes));
    Outcome outcome =
        catalogue.commit(new Proposal("test", Iris.organisation("vng"), "Een proef", list));
    assertTrue(outcome instanceof Outcome.Recorded, outcome::toString);
    return (Outcome.Recorded) outcome;
  }

  /** Every record of a state, with its own triples. */
  static Map<Node, Graph> records(Snapshot state) {
    return state.records().collect(Collectors.toMap(record -> record, state::record));
  }
}
