package nl.standaardencatalogus.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nl.standaardencatalogus.catalogue.iri.Iris;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnnamedTest {
  @Test
  void declarations_revisions_and_commits_are_named_by_their_iris() {
    assertTrue(Unnamed.is(Iris.revision(5)));
    assertTrue(Unnamed.is(Iris.commit(1)));
    assertTrue(Iris.isDeclaration(Iris.declaration("gm0363", "zaken-api", "1.5.1")));
    assertFalse(Iris.isDeclaration(Iris.revision(5)));
    assertFalse(Unnamed.is(Iris.standard("zaken-api")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "verklaring/gm0363/-x",
        "verklaring/gm0363/",
        "verklaring/gm0363",
        "verklaring/gm0363/a/..",
        "revisie/0",
        "revisie/"
      })
  void an_iri_of_another_form_is_left_alone(String tail) {
    assertFalse(Unnamed.is(NodeFactory.createURI(Iris.BASE + "id/" + tail)));
  }

  @Test
  void a_page_about_a_declaration_names_who_and_what() {
    try (Site site = new Site()) {
      String page = site.get("/revisies/5").body();
      assertTrue(page.contains("Amsterdam over "), page);
      assertEquals(200, site.get("/revisies/5").statusCode());
    }
  }
}
