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
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX def: <https://w3id.org/standaardencatalogus/def/>
      PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
      """;

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
