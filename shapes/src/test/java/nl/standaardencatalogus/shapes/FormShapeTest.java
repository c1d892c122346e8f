package nl.standaardencatalogus.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.shapes.FormShape.Field;
import nl.standaardencatalogus.shapes.FormShape.Kind;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.junit.jupiter.api.Test;

class FormShapeTest {
  private static final FormShape DECLARATION = FormShape.of(Rules.load(), SC.DECLARATION_CLASS);

  private static Field field(FormShape form, String name) {
    return form.fields().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void fields_come_in_the_order_of_the_shape_and_only_those_that_have_one() {
    assertEquals(
        List.of(
            "version",
            "phase",
            "plannedFor",
            "explanation",
            "component",
            "productName",
            "supplierName",
            "evidence"),
        DECLARATION.fields().stream().map(Field::name).toList());
  }

  @Test
  void what_the_shape_demands_of_a_value_tells_how_it_is_filled_in() {
    assertEquals(Kind.REFERENCE, field(DECLARATION, "version").kind());
    assertEquals(Kind.DATE, field(DECLARATION, "plannedFor").kind());
    assertEquals(Kind.TEXT, field(DECLARATION, "productName").kind());
    assertEquals(200, field(DECLARATION, "productName").length());
    assertEquals(Kind.WEB, field(DECLARATION, "evidence").kind());
    FormShape explanation = field(DECLARATION, "explanation").part();
    assertEquals(Kind.DUTCH, field(explanation, "description").kind());
    assertEquals(8, field(explanation, "ground").codes().size());
  }

  @Test
  void how_many_values_there_may_be_is_what_the_shape_says() {
    assertFalse(field(DECLARATION, "version").many());
    assertFalse(field(DECLARATION, "version").required());
    assertTrue(field(DECLARATION, "evidence").many());
    assertTrue(field(DECLARATION, "phase").required());
    assertTrue(field(field(DECLARATION, "explanation").part(), "description").required());
  }

  @Test
  void a_part_has_the_fields_of_its_own_shape() {
    Field phase = field(DECLARATION, "phase");
    assertEquals(Kind.PART, phase.kind());
    assertEquals(
        List.of("phaseValue", "validFrom", "validUntil"),
        phase.part().fields().stream().map(Field::name).toList());
  }

  @Test
  void what_has_an_address_of_its_own_is_referred_to_though_it_has_a_form() {
    FormShape standard = FormShape.of(Rules.load(), SC.STANDARD_CLASS);
    assertEquals(Kind.REFERENCE, field(standard, "basedOn").kind());
    assertEquals(List.of(SC.STANDARD_CLASS), field(standard, "basedOn").types());
    assertTrue(field(standard, "maintainer").types().contains(SC.ORGANISATION_CLASS));
    assertEquals(Kind.PART, field(standard, "status").kind());
    assertFalse(field(standard, "description").required());
    assertTrue(field(standard, "title").english());
    assertFalse(field(standard, "altLabel").english());
    FormShape project = FormShape.of(Rules.load(), SC.PROJECT_CLASS);
    FormShape line = field(project, "budgetLine").part();
    assertEquals(Kind.CODE, field(line, "currency").kind());
    assertEquals(
        "http://www.w3.org/2001/XMLSchema#decimal", field(line, "amount").datatype().getURI());
    FormShape decision = FormShape.of(Rules.load(), SC.DECISION_CLASS);
    assertEquals(Kind.PERIOD, field(decision, "decidedOn").kind());
    assertEquals(
        List.of(SC.STANDARD_CLASS, SC.STANDARD_VERSION_CLASS), field(decision, "covers").types());
  }

  @Test
  void a_version_is_said_to_be_rolling_or_not() {
    FormShape version = FormShape.of(Rules.load(), SC.STANDARD_VERSION_CLASS);
    assertEquals(Kind.YES_NO, field(version, "rolling").kind());
    assertFalse(field(version, "rolling").required());
  }

  @Test
  void what_ended_may_have_been_of_every_kind_that_there_is() {
    FormShape standard = FormShape.of(Rules.load(), SC.STANDARD_CLASS);
    assertEquals(
        field(field(standard, "relation").part(), "relationType").codes(),
        field(field(standard, "formerRelation").part(), "predicate").codes());
    assertEquals(Kind.DATE, field(field(standard, "formerRelation").part(), "validUntil").kind());
  }

  @Test
  void every_field_has_a_name_in_both_languages() {
    Rules rules = Rules.load();
    List<Field> fields =
        Stream.of(
                SC.DECLARATION_CLASS,
                SC.STANDARD_CLASS,
                SC.STANDARD_VERSION_CLASS,
                SC.DECISION_CLASS,
                SC.PROJECT_CLASS,
                SC.ORGANISATION_CLASS,
                SC.ARCHITECTURE_ELEMENT_CLASS)
            .flatMap(type -> FormShape.of(rules, type).fields().stream())
            .toList();
    for (Field field : fields) {
      assertNotNull(field.label().in("nl"), field::name);
      assertNotNull(field.label().in("en"), field::name);
      assertNotNull(field.help().in("nl"), field::name);
      assertNotNull(field.help().in("en"), field::name);
    }
  }

  @Test
  void a_field_that_a_rule_asks_for_at_times_is_known() {
    assertTrue(field(DECLARATION, "version").sometimes());
    assertFalse(field(DECLARATION, "component").sometimes());
    assertFalse(field(DECLARATION, "plannedFor").sometimes(), "that is advice");
  }

  @Test
  void every_rule_of_what_people_fill_in_says_why_it_is_there() {
    List<Node> classes =
        List.of(
            SC.DECLARATION_CLASS, SC.PHASE_STATEMENT_CLASS, SC.EXPLANATION_CLASS, SC.MANDATE_CLASS);
    Graph shapes = Rules.load().graph();
    for (Node type : classes) {
      String start = Rules.NS + type.getURI().substring(type.getURI().indexOf('#') + 1) + "-";
      List<Node> rules =
          shapes
              .find(Node.ANY, SHACL.message, Node.ANY)
              .mapWith(Triple::getSubject)
              .toSet()
              .stream()
              .filter(rule -> rule.isURI() && rule.getURI().startsWith(start))
              .toList();
      assertFalse(rules.isEmpty(), start);
      for (Node rule : rules) {
        FormShape.Text why = DECLARATION.reasons().get(rule);
        assertNotNull(why, rule::toString);
        assertNotNull(why.nl(), rule::toString);
        assertNotNull(why.en(), rule::toString);
      }
    }
  }

  @Test
  void there_is_no_form_for_a_class_without_order() {
    Rules rules = Rules.load();
    assertThrows(NoSuchElementException.class, () -> FormShape.of(rules, SC.COMMIT_CLASS));
  }
}
