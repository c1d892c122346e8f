package nl.standaardencatalogus.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.Collection;
import java.util.List;
import nl.standaardencatalogus.shapes.FormShape.Text;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;

/** What people are told of a rule. */
class RuleTest {
  private static final Rules RULES = Rules.load();
  private static final Collection<Rule> ALL = RULES.rules().values();

  private static Rule named(String name) {
    return RULES.rules().get(NodeFactory.createURI(Rules.NS + name));
  }

  @Test
  void a_rule_has_words_of_its_own() {
    Rule rule = named("Standard-endedStillObliged");
    assertEquals("GEMMA vraagt niet om een standaard die is beëindigd", rule.title().nl());
    assertEquals("GEMMA does not ask for a standard that has ended", rule.title().en());
    assertEquals("Standaard", rule.about().nl());
    assertEquals(Severity.WARNING, rule.severity());
  }

  @Test
  void a_rule_about_a_property_is_named_after_it() {
    Rule rule = named("Cooperation-name");
    assertEquals(new Text("Naam", "Name"), rule.title());
    assertEquals("Samenwerking", rule.about().nl());
  }

  @Test
  void a_rule_says_why_it_is_there() {
    assertFalse(named("Declaration-versionEnded").reason().nl().isBlank());
  }

  @Test
  void what_it_says_has_no_places_left_in_it() {
    assertEquals(List.of(), ALL.stream().filter(it -> it.message().nl().contains("{")).toList());
  }

  /** A rule of a property is called after it. */
  @Test
  void every_rule_of_a_whole_thing_has_a_name_of_its_own() {
    assertEquals(
        List.of(),
        ALL.stream()
            .filter(it -> !RULES.graph().contains(it.iri(), SHACL.path, null))
            .filter(it -> !RULES.graph().contains(it.iri(), RDFS.label.asNode(), null))
            .map(Rule::name)
            .toList());
  }

  @Test
  void all_is_told_in_both_languages() {
    ALL.forEach(
        it -> {
          assertNotNull(it.title().en(), it.name());
          assertNotNull(it.message().en(), it.name());
        });
  }
}
