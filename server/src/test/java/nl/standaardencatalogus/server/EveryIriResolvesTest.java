package nl.standaardencatalogus.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EveryIriResolvesTest {
  private static final int AT_ONCE = 4;

  @Test
  @Tag("every-record")
  void every_iri_below_the_prefix_of_the_catalogue_leads_to_a_document() throws Exception {
    Set<String> paths = paths();
    assertTrue(paths.size() > 2_500, () -> "only " + paths.size() + " were found");
    assertEquals(List.of(), broken(paths, "text/turtle"));
  }

  @Test
  void every_identifier_of_a_record_leads_a_reader_to_a_page() throws Exception {
    List<String> identifiers = paths().stream().filter(p -> p.startsWith("/id/")).toList();
    List<String> some =
        Stream.iterate(0, i -> i < identifiers.size(), i -> i + 40).map(identifiers::get).toList();
    assertEquals(List.of(), broken(some, "text/html"));
  }

  private static Set<String> paths() {
    Set<String> paths = new TreeSet<>();
    Graph harvested =
        RDFParser.fromString(CuratedServer.get("/catalog.nt").body(), Lang.NTRIPLES).toGraph();
    Stream.of(CuratedServer.graph(), Rules.published(), harvested)
        .flatMap(Graph::stream)
        .flatMap(t -> Stream.of(t.getSubject(), t.getPredicate(), t.getObject()))
        .filter(Node::isURI)
        .map(Node::getURI)
        .filter(iri -> iri.startsWith(Iris.BASE))
        .map(iri -> iri.substring(Iris.BASE.length() - 1).replaceAll("#.*", ""))
        .forEach(paths::add);
    return paths;
  }

  private static List<String> broken(Collection<String> paths, String accept) throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .executor(workers)
            .build();
    ExecutorService askers = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Callable<String>> asked =
          paths.stream().<Callable<String>>map(path -> () -> answer(client, path, accept)).toList();
      List<String> broken = new ArrayList<>();
      for (var answer : askers.invokeAll(asked)) {
        if (!answer.get().startsWith("200 " + accept)) {
          broken.add(answer.get());
        }
      }
      return broken;
    } finally {
      askers.shutdown();
      workers.shutdown();
    }
  }

  private static String answer(HttpClient client, String path, String accept) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(CuratedServer.at(path)).header("Accept", accept).build();
    HttpResponse<Void> response = client.send(request, BodyHandlers.discarding());
    String type = response.headers().firstValue("Content-Type").orElse("");
    return response.statusCode() + " " + type + " " + path;
  }
}
