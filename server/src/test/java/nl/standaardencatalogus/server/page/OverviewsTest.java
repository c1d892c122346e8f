package nl.standaardencatalogus.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.catalogue.search.Searches;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.TestServer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An overview that takes over what it can says the same as one that is made from nothing. */
@Tag("long")
class OverviewsTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-26");
  private static final List<String> CODES = List.of("gm0363", "gm0344", "gm0518");
  private static final List<String> SLUGS = List.of("zaken-api", "stuf-bg", "stuf-zkn");
  private static final List<String> PHASES =
      List.of("orientatie", "gepland", "in-implementatie", "in-productie");

  private final Random dice = new Random(11);
  private final Questions questions = Questions.load();

  private <T> T any(List<T> of) {
    return of.get(dice.nextInt(of.size()));
  }

  private Change change(Snapshot state) {
    String code = any(CODES);
    String slug = any(SLUGS);
    Node record = Iris.declaration(code, slug);
    if (state.current(record).isPresent() && dice.nextInt(3) == 0) {
      return Change.delete(record);
    }
    String phase = any(PHASES);
    String plan = phase.equals("gepland") ? "sc:plannedFor \"2027-06-01\"^^xsd:date ;" : "";
    String text =
        """
        @prefix dct: <http://purl.org/dc/terms/> .
        @prefix sc: <https://w3id.org/standaardencatalogus/def#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        <%1$s> a sc:Declaration ; dct:title "Opgave %5$d"@nl ; %6$s
          sc:municipality <https://identifier.overheid.nl/tooi/id/gemeente/%2$s> ;
          sc:standard <https://w3id.org/standaardencatalogus/id/standaard/%3$s> ;
          sc:declaredBy <https://identifier.overheid.nl/tooi/id/gemeente/%2$s> ;
          sc:version <%7$s> ; sc:phase <%1$s#fase-1> .
        <%1$s#fase-1> a sc:PhaseStatement ;
          sc:phaseValue <https://w3id.org/standaardencatalogus/def/adoptiefase/%4$s> ;
          sc:validFrom "2025-01-01"^^xsd:date .
        """
            .formatted(
                record.getURI(), code, slug, phase, dice.nextInt(), plan, version(state, slug));
    return Change.put(record, RDFParser.fromString(text, Lang.TURTLE).toGraph());
  }

  private static Node version(Snapshot state, String slug) {
    return state
        .graph()
        .find(Node.ANY, DCTerms.isVersionOf.asNode(), Iris.standard(slug))
        .mapWith(Triple::getSubject)
        .toList()
        .stream()
        .min(Comparator.comparing(Node::getURI))
        .orElseThrow();
  }

  private static void commit(Catalogue catalogue, Change change) {
    Proposal proposal = new Proposal("proef", Iris.organisation("vng"), "Proef", List.of(change));
    Outcome outcome = catalogue.commit(proposal);
    assertInstanceOf(Outcome.Recorded.class, outcome, () -> outcome.toString());
  }

  private static void assertSame(Overview whole, Overview taken) {
    assertEquals(whole.names(), taken.names());
    assertEquals(whole.sample(), taken.sample());
    assertEquals(told(whole), told(taken));
    assertEquals(whole.tree().alone(), taken.tree().alone());
  }

  private static Map<Node, String> told(Overview overview) {
    Map<Node, String> told = new LinkedHashMap<>();
    for (StandardSummary standard : overview.standards()) {
      Tally tally = standard.tally();
      told.put(
          standard.node(),
          standard.name()
              + standard.statuses()
              + standard.bound()
              + new TreeMap<>(
                  standard.held().entrySet().stream()
                      .collect(
                          Collectors.toMap(held -> held.getKey().getURI(), Map.Entry::getValue)))
              + Arrays.stream(Stage.values()).map(tally::of).toList());
    }
    return told;
  }

  @Test
  void what_is_taken_over_is_what_would_be_made(@TempDir Path folder) {
    try (TestServer server = TestServer.on(folder)) {
      Catalogue catalogue = server.catalogue();
      Overviews overviews = new Overviews(questions, new Searches(), catalogue::commit);
      for (int i = 0; i < 10; i++) {
        Snapshot state = catalogue.snapshot();
        commit(catalogue, change(state));
        if (i % 4 == 0) {
          // Somebody looks at another day, and at a state that is no longer the newest.
          overviews.of(catalogue.snapshot(), DAY.minusYears(1));
          overviews.of(state, DAY);
        }
        if (i == 5) {
          commit(catalogue, renamed(catalogue.snapshot()));
        }
        Overview taken = overviews.of(catalogue.snapshot(), DAY);
        Overview whole =
            new Overviews(questions, new Searches(), none -> Optional.empty())
                .of(catalogue.snapshot(), DAY);
        assertSame(whole, taken);
      }
    }
  }

  /** A change to what is no declaration. */
  private static Change renamed(Snapshot state) {
    Node record = Iris.standard("fsc");
    String text =
        RDFWriter.source(state.record(record))
            .lang(Lang.NTRIPLES)
            .asString()
            .replaceAll("(<http://purl.org/dc/terms/title> \")", "$1Nieuwe ");
    Graph graph = RDFParser.fromString(text, Lang.NTRIPLES).toGraph();
    return Change.put(record, graph);
  }
}
