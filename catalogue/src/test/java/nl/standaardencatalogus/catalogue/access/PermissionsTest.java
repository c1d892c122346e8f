package nl.standaardencatalogus.catalogue.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionsTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-26");
  private static final Node OWN = Iris.municipality("gm0363");
  private static final Node OTHER = Iris.municipality("gm0344");
  private static final Node SERVICE = Iris.tooi("so/so1110");
  private static final Node VNG = Iris.organisation("vng");

  /** Amsterdam gave a mandate for one standard, Utrecht one for all that has ended. */
  private static final Graph STATE =
      RDFParser.fromString(
              """
              @prefix sc: <https://w3id.org/standaardencatalogus/def#> .
              @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
              @base <https://w3id.org/standaardencatalogus/id/> .
              <https://identifier.overheid.nl/tooi/id/gemeente/gm0363> a sc:Municipality .
              <samenwerking/dienst> a sc:Cooperation ;
                sc:carriedOutBy <https://identifier.overheid.nl/tooi/id/so/so1110> .
              <mandaat/gm0363/dienst> a sc:Mandate ;
                sc:mandator <https://identifier.overheid.nl/tooi/id/gemeente/gm0363> ;
                sc:mandatary <samenwerking/dienst> ; sc:mandateCovers <standaard/zaken-api> ;
                sc:validFrom "2026-11-26"^^xsd:date ; sc:validUntil "2026-11-26"^^xsd:date .
              <mandaat/gm0344/so1110> a sc:Mandate ;
                sc:mandator <https://identifier.overheid.nl/tooi/id/gemeente/gm0344> ;
                sc:mandatary <https://identifier.overheid.nl/tooi/id/so/so1110> ;
                sc:validFrom "2020-01-01"^^xsd:date ; sc:validUntil "2026-11-25"^^xsd:date .
              <mandaat/gm0518/so1110> a sc:Mandate ;
                sc:mandator <https://identifier.overheid.nl/tooi/id/gemeente/gm0518> ;
                sc:mandatary <https://identifier.overheid.nl/tooi/id/so/so1110> ;
                sc:validFrom "2026-11-27"^^xsd:date .
              <mandaat/gm0599/so1110> a sc:Mandate ;
                sc:mandator <https://identifier.overheid.nl/tooi/id/gemeente/gm0599> ;
                sc:mandatary <https://identifier.overheid.nl/tooi/id/so/so1110> ;
                sc:validFrom "2020-01-01"^^xsd:date .
              """,
              Lang.TURTLE)
          .toGraph();

  private static Principal principal(Role role) {
    Node organisation =
        switch (role) {
          case MUNICIPALITY -> OWN;
          case COOPERATION -> SERVICE;
          case PREPARER, EDITOR, SECRETARIAT, ADMIN, MAINTAINER -> VNG;
        };
    return new Principal("proef", organisation, Set.of(role));
  }

  private static String asked(Principal principal, Change change) {
    return new Permissions(principal, STATE, DAY)
        .denial(List.of(change))
        .map(denial -> denial.reason().name())
        .orElse("yes");
  }

  private static Graph declaredBy(Node organisation) {
    Graph graph = GraphFactory.createDefaultGraph();
    graph.add(Iris.declaration("gm0363", "zaken-api"), SC.DECLARED_BY, organisation);
    return graph;
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "verklaring/gm0363/zaken-api, yes, yes, OTHER_ROLE, yes, OTHER_ROLE, OTHER_ROLE",
    "verklaring/gm0363/zaken-api/1.5.1, yes, yes, OTHER_ROLE, yes, OTHER_ROLE, OTHER_ROLE",
    "verklaring/gm0363/stuf-bg, yes, NO_MANDATE, OTHER_ROLE, yes, OTHER_ROLE, OTHER_ROLE",
    "verklaring/gm0344/zaken-api, OTHER_MUNICIPALITY, NO_MANDATE, OTHER_ROLE, yes, OTHER_ROLE, OTHER_ROLE",
    "verklaring/gm0518/zaken-api, OTHER_MUNICIPALITY, NO_MANDATE, OTHER_ROLE, yes, OTHER_ROLE, OTHER_ROLE",
    "verklaring/gm0599/stuf-bg, OTHER_MUNICIPALITY, yes, OTHER_ROLE, yes, OTHER_ROLE, OTHER_ROLE",
    "mandaat/gm0363/so1110, yes, OTHER_ROLE, OTHER_ROLE, yes, OTHER_ROLE, OTHER_ROLE",
    "mandaat/gm0344/so1110, OTHER_MUNICIPALITY, OTHER_ROLE, OTHER_ROLE, yes, OTHER_ROLE, OTHER_ROLE",
    "besluit/2026-iets, OTHER_ROLE, OTHER_ROLE, OTHER_ROLE, yes, yes, OTHER_ROLE",
    "advies/iets, OTHER_ROLE, OTHER_ROLE, OTHER_ROLE, yes, yes, OTHER_ROLE",
    "procedure/2026-iets, OTHER_ROLE, OTHER_ROLE, OTHER_ROLE, yes, yes, OTHER_ROLE",
    "vergadering/2026-iets, OTHER_ROLE, OTHER_ROLE, OTHER_ROLE, yes, yes, OTHER_ROLE",
    "doel/iets, OTHER_ROLE, OTHER_ROLE, OTHER_ROLE, yes, yes, OTHER_ROLE",
    "project/iets, OTHER_ROLE, OTHER_ROLE, OTHER_ROLE, yes, yes, OTHER_ROLE",
    "standaard/zaken-api, OTHER_ROLE, OTHER_ROLE, OTHER_ROLE, yes, OTHER_ROLE, OTHER_ROLE",
    "standaard/zaken-api/versie/1.5.1, OTHER_ROLE, OTHER_ROLE, OTHER_ROLE, yes, OTHER_ROLE, OTHER_ROLE",
    "gemeente/gm0363, OTHER_ROLE, OTHER_ROLE, OTHER_ROLE, yes, OTHER_ROLE, OTHER_ROLE",
    "samenwerking/dienst, OTHER_ROLE, OTHER_ROLE, OTHER_ROLE, yes, OTHER_ROLE, OTHER_ROLE",
    "organisatie/vng, OTHER_ROLE, OTHER_ROLE, OTHER_ROLE, yes, OTHER_ROLE, OTHER_ROLE",
    "component/zaken, OTHER_ROLE, OTHER_ROLE, OTHER_ROLE, yes, OTHER_ROLE, OTHER_ROLE",
    "herindeling/2027-iets, OTHER_ROLE, OTHER_ROLE, OTHER_ROLE, yes, OTHER_ROLE, OTHER_ROLE",
  })
  void a_role_may_put_and_delete_what_is_its_own(
      String record,
      String municipality,
      String cooperation,
      String preparer,
      String editor,
      String secretariat,
      String admin) {
    List<String> expected =
        List.of(
            municipality, cooperation, preparer, editor, secretariat, admin, maintainer(record));
    Node thing = Iris.thingAt(record);
    for (Role role : Role.values()) {
      Principal principal = principal(role);
      String answer = expected.get(role.ordinal());
      assertEquals(answer, asked(principal, Change.delete(thing)), role + " deletes");
      Graph own = declaredBy(principal.organisation());
      assertEquals(answer, asked(principal, Change.put(thing, own)), role + " puts");
    }
  }

  /** That of an organisation that maintains no standard, and has itself only. */
  private static String maintainer(String record) {
    return switch (record) {
      case "organisatie/vng" -> "yes";
      case "standaard/zaken-api", "standaard/zaken-api/versie/1.5.1", "gemeente/gm0363" ->
          "OTHER_MAINTAINER";
      default -> "OTHER_ROLE";
    };
  }

  /** A standard of which its maintainer and another organisation say what its status is. */
  private static Graph maintained(String maintainer, String of, String other) {
    return RDFParser.fromString(
            """
            @prefix sc: <https://w3id.org/standaardencatalogus/def#> .
            @base <https://w3id.org/standaardencatalogus/id/> .
            <standaard/proef> a sc:Standard ; sc:maintainer <organisatie/%s> ;
              sc:status <standaard/proef#eigen> , <standaard/proef#forum> .
            <standaard/proef#eigen> sc:authority <organisatie/%s> .
            <standaard/proef#forum> sc:authority <organisatie/forum> ; sc:note "%s" .
            """
                .formatted(maintainer, of, other),
            Lang.TURTLE)
        .toGraph();
  }

  @ParameterizedTest
  @CsvSource({
    "vng, vng, zegt dit, yes",
    "vng, forum, zegt dit, OTHER_AUTHORITY",
    "vng, vng, zegt iets anders, OTHER_AUTHORITY",
    "forum, vng, zegt dit, yes",
  })
  void a_maintainer_changes_its_standards_and_what_itself_says(
      String maintainer, String of, String other, String answer) {
    Node standard = Iris.standard("proef");
    Permissions permissions =
        new Permissions(principal(Role.MAINTAINER), maintained("vng", "vng", "zegt dit"), DAY);
    Change change = Change.put(standard, maintained(maintainer, of, other));
    assertEquals(
        answer, permissions.denial(List.of(change)).map(it -> it.reason().name()).orElse("yes"));
  }

  @Test
  void nobody_becomes_the_maintainer_by_saying_so() {
    Permissions permissions =
        new Permissions(principal(Role.MAINTAINER), maintained("forum", "vng", "zegt dit"), DAY);
    Graph taken = maintained("vng", "vng", "zegt dit");
    Change standard = Change.put(Iris.standard("proef"), taken);
    Change version = Change.delete(Iris.version("proef", "1.0"));
    for (Change change : List.of(standard, version)) {
      assertEquals(
          Denial.Reason.OTHER_MAINTAINER,
          permissions.denial(List.of(change)).orElseThrow().reason());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PREPARER, organisatie/vng, gm0363, true",
    "PREPARER, organisatie/vng, gm0344, true",
    "PREPARER, gm0363, gm0363, true",
    "PREPARER, gm0363, gm0344, false",
    "EDITOR, organisatie/vng, gm0363, false",
    "MUNICIPALITY, gm0363, gm0363, false",
  })
  void a_supplier_prepares_for_any_and_a_colleague_for_his_own(
      Role role, String organisation, String municipality, boolean may) {
    Node who =
        organisation.startsWith("gm")
            ? Iris.municipality(organisation)
            : Iris.thingAt(organisation);
    Permissions permissions =
        new Permissions(new Principal("proef", who, Set.of(role)), STATE, DAY);
    assertEquals(may, permissions.preparesFor(Iris.municipality(municipality)));
  }

  @Test
  void who_has_no_role_may_nothing() {
    Change own = Change.delete(Iris.declaration("gm0363", "zaken-api"));
    assertEquals("OTHER_ROLE", asked(new Principal("proef", OWN, Set.of()), own));
  }

  @Test
  void all_roles_together_may_what_each_may() {
    Principal all = new Principal("proef", OWN, EnumSet.of(Role.MUNICIPALITY, Role.SECRETARIAT));
    assertEquals("yes", asked(all, Change.delete(Iris.goal("iets"))));
    assertEquals("yes", asked(all, Change.delete(Iris.declaration("gm0363", "zaken-api"))));
  }

  @Test
  void a_declaration_is_never_said_to_be_made_by_another() {
    Node record = Iris.declaration("gm0363", "zaken-api");
    Change foreign = Change.put(record, declaredBy(OTHER));
    assertEquals("OTHER_DECLARANT", asked(principal(Role.MUNICIPALITY), foreign));
    assertEquals("OTHER_DECLARANT", asked(principal(Role.COOPERATION), foreign));
    assertEquals("yes", asked(principal(Role.EDITOR), foreign));
  }

  @Test
  void a_service_may_say_that_its_cooperation_declares() {
    Change change =
        Change.put(Iris.declaration("gm0363", "zaken-api"), declaredBy(Iris.cooperation("dienst")));
    assertEquals("yes", asked(principal(Role.COOPERATION), change));
  }

  @Test
  void one_record_of_another_refuses_the_whole_of_a_commit() {
    Node foreign = Iris.declaration("gm0344", "zaken-api");
    List<Change> changes =
        List.of(Change.delete(Iris.declaration("gm0363", "zaken-api")), Change.delete(foreign));
    assertEquals(
        foreign,
        new Permissions(principal(Role.MUNICIPALITY), STATE, DAY)
            .denial(changes)
            .orElseThrow()
            .record());
  }
}
