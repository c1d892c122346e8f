package nl.standaardencatalogus.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.Ontology;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.CuratedServer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;

class OntologyPageTest {
  private static final Pattern ID = Pattern.compile("<article class=\"part\" id=\"([^\"]+)\"");
  private static final Pattern QUERY = Pattern.compile("href=\"/sparql\\?query=([^\"]+)\"");

  private static String page(String path) {
    HttpResponse<String> response = CuratedServer.get(path, "Accept", "text/html");
    assertEquals(200, response.statusCode());
    return response.body();
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(r -> r.group(1)).toList();
  }

  @Test
  void every_term_has_an_anchor_and_what_it_means_in_both_languages() {
    String page = page("/ontologie");
    Set<String> terms =
        Ontology.graph().stream(Node.ANY, RDF.type.asNode(), Node.ANY)
            .map(Triple::getSubject)
            .filter(t -> t.getURI().startsWith(SC.NS))
            .map(Iris::lastSegment)
            .collect(Collectors.toSet());
    List<String> anchors = found(ID, page);
    assertEquals(terms, Set.copyOf(anchors));
    assertEquals(terms.size(), anchors.size());
    for (String article : page.split("<article ")) {
      Matcher id = Pattern.compile("^class=\"part\" id=\"([^\"]+)\"").matcher(article);
      if (id.find()) {
        assertTrue(article.contains("<p lang=\"nl\">"), id.group(1));
        assertTrue(article.contains("<p lang=\"en\">"), id.group(1));
      }
    }
  }

  @Test
  void every_code_list_is_there() {
    String page = page("/ontologie");
    Ontology.graph().stream(Node.ANY, RDF.type.asNode(), SKOS.ConceptScheme.asNode())
        .map(t -> "/begrippen/" + Iris.lastSegment(t.getSubject()))
        .forEach(path -> assertTrue(page.contains("href=\"" + path + "\""), path));
  }

  @Test
  void every_example_query_is_answered_with_members_where_there_are_any() {
    List<String> wrong = new ArrayList<>();
    Set<Node> types =
        CuratedServer.graph().stream(Node.ANY, RDF.type.asNode(), Node.ANY)
            .map(Triple::getObject)
            .collect(Collectors.toSet());
    List<String> queries = found(QUERY, page("/ontologie"));
    assertEquals(37, queries.size());
    for (String encoded : queries) {
      String query = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
      Matcher type = Pattern.compile(" a sc:(\\w+)").matcher(query);
      assertTrue(type.find(), query);
      try (QueryExec execution = QueryExec.graph(CuratedServer.graph()).query(query).build()) {
        boolean rows = execution.select().hasNext();
        if (rows != types.contains(NodeFactory.createURI(SC.NS + type.group(1)))) {
          wrong.add(query);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void derived_properties_are_marked() {
    String page = page("/en/ontologie");
    int uses = page.indexOf("id=\"uses\"");
    assertTrue(page.substring(uses, page.indexOf("</article>", uses)).contains(">derived<"));
    int kind = page.indexOf("id=\"kind\"");
    assertTrue(!page.substring(kind, page.indexOf("</article>", kind)).contains(">derived<"));
  }

  @Test
  void drawing_has_a_box_for_each_class_that_another_leads_to() {
    String page = page("/ontologie");
    String drawing = page.substring(page.indexOf("class=\"classes\""), page.indexOf("figcaption"));
    for (String term : List.of("Standard", "StandardVersion", "Decision", "PhaseStatement")) {
      assertTrue(drawing.contains("href=\"#" + term + "\""), term);
    }
  }
}
