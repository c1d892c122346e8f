package nl.standaardencatalogus.server.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.CuratedServer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The four forms of every document, read by Jena as any client would. */
@Tag("long")
class EveryFormTest {
  private static final Map<String, Lang> OTHERS =
      Map.of("jsonld", Lang.JSONLD, "rdf", Lang.RDFXML, "nt", Lang.NTRIPLES);

  @Test
  @Tag("every-record")
  void all_forms_of_every_record_say_the_same_and_name_everything() {
    List<String> paths =
        CuratedServer.catalogue()
            .snapshot()
            .records()
            .map(record -> Iris.document(record).orElseThrow())
            .map(iri -> iri.substring(Iris.BASE.length() - 1))
            .sorted()
            .toList();
    assertTrue(paths.size() > 2_000, () -> "only " + paths.size() + " were found");
    assertEquals(List.of(), differing(paths));
  }

  @Test
  void all_forms_of_words_code_lists_and_what_there_is_to_know_do_too() {
    Stream<String> words =
        CuratedServer.graph().stream()
            .flatMap(t -> Stream.of(t.getSubject(), t.getObject()))
            .filter(node -> node.isURI() && node.getURI().startsWith(Iris.BASE + "def/"))
            .map(node -> node.getURI().substring(Iris.BASE.length() - 1));
    List<String> paths =
        Stream.concat(
                words, Stream.of("/def", "/def/vormen", "/void", "/doc/commit/1", "/doc/revisie/1"))
            .distinct()
            .sorted()
            .toList();
    assertTrue(paths.size() > 100, () -> "only " + paths.size() + " were found");
    assertEquals(List.of(), differing(paths));
  }

  private static List<String> differing(Collection<String> paths) {
    List<String> differing = new ArrayList<>();
    for (String path : paths) {
      Graph turtle = read(path + ".ttl", Lang.TURTLE);
      if (turtle.isEmpty() || turtle.stream().anyMatch(EveryFormTest::nameless)) {
        differing.add(path + ".ttl");
      }
      OTHERS.forEach(
          (suffix, lang) -> {
            if (!turtle.isIsomorphicWith(read(path + "." + suffix, lang))) {
              differing.add(path + "." + suffix);
            }
          });
    }
    return differing;
  }

  private static boolean nameless(Triple triple) {
    return Stream.of(triple.getSubject(), triple.getObject()).anyMatch(Node::isBlank);
  }

  private static Graph read(String path, Lang lang) {
    HttpResponse<String> response = CuratedServer.get(path);
    assertEquals(200, response.statusCode(), path);
    return RDFParser.fromString(response.body(), lang).toGraph();
  }
}
