package nl.standaardencatalogus.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.UpdateExec;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The rules of the application profiles. There is one description that holds everything they speak
 * of; a violating case is one change to it, in a file with the name of the rule that it breaks and
 * the constraint of it.
 */
class ProfileTest {
  private static final Path FOLDER = Path.of("src/test/harvest");
  private static final Map<Profile, Rules> RULES = new EnumMap<>(Profile.class);

  static {
    Arrays.stream(Profile.values()).forEach(profile -> RULES.put(profile, Rules.load(profile)));
  }

  @ParameterizedTest
  @EnumSource
  void the_conforming_description_has_no_findings(Profile profile) {
    assertEquals("", RULES.get(profile).validate(conforming()).text("nl"));
  }

  @ParameterizedTest
  @EnumSource
  void every_rule_has_a_value_in_the_conforming_description(Profile profile) {
    Graph data = conforming();
    Set<String> unused = new TreeSet<>();
    for (Node rule : rules(profile)) {
      Node path = RULES.get(profile).graph().find(rule, SHACL.path, Node.ANY).next().getObject();
      if (!data.contains(Node.ANY, path, Node.ANY)) {
        unused.add(rule.getURI());
      }
    }
    assertEquals(Set.of(), unused);
  }

  @TestFactory
  Stream<DynamicTest> a_violating_case_breaks_the_rule_that_it_is_named_after_and_no_other() {
    return cases().stream()
        .map(file -> DynamicTest.dynamicTest(name(file), () -> breaksItsOwn(file)));
  }

  private static void breaksItsOwn(Path file) {
    Report report = RULES.get(profile(file)).validate(changed(file));
    assertEquals(
        Set.of(name(file).toLowerCase(Locale.ROOT)), Set.copyOf(found(report)), report.text("en"));
    assertFalse(report.conforms());
    report
        .findings()
        .forEach(
            finding -> {
              assertFalse(finding.messageNl().contains("{"), finding.messageNl());
              assertFalse(finding.messageEn().contains("{"), finding.messageEn());
            });
  }

  private static List<String> found(Report report) {
    return report.findings().stream()
        .map(
            finding ->
                finding.rule()
                    + "-"
                    + finding.component().getLocalName().replace("ConstraintComponent", ""))
        .map(name -> name.toLowerCase(Locale.ROOT))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void every_constraint_has_a_case_that_violates_it(Profile profile) {
    Graph shapes = RULES.get(profile).graph();
    Map<Node, String> constraints =
        Map.of(
            SHACL.minCount, "minCount",
            SHACL.maxCount, "maxCount",
            SHACL.class_, "class",
            SHACL.datatype, "datatype",
            SHACL.or, "or",
            SHACL.qualifiedMinCount, "qualifiedMinCount");
    Set<String> missing = new TreeSet<>();
    for (Node rule : rules(profile)) {
      shapes
          .find(rule, Node.ANY, Node.ANY)
          .mapWith(Triple::getPredicate)
          .filterKeep(constraints::containsKey)
          .forEach(constraint -> missing.add(local(rule) + "-" + constraints.get(constraint)));
    }
    assertTrue(missing.size() > 10, missing::toString);
    cases().forEach(file -> missing.remove(name(file)));
    assertEquals(Set.of(), missing);
  }

  @ParameterizedTest
  @EnumSource
  void every_rule_has_an_iri_a_severity_and_a_message_in_both_languages(Profile profile) {
    Graph shapes = RULES.get(profile).graph();
    for (Node rule : rules(profile)) {
      assertTrue(rule.getURI().startsWith(Rules.NS), rule::toString);
      assertTrue(shapes.contains(rule, SHACL.severity, Node.ANY), rule::toString);
      Message message = Message.of(shapes, rule);
      assertFalse(message.nl().isBlank() || message.en().isBlank(), rule::toString);
    }
  }

  @ParameterizedTest
  @EnumSource
  void another_reading_of_the_same_shapes_finds_the_same(Profile profile) {
    Shapes shapes = Shapes.parse(RULES.get(profile).graph());
    for (Path file : cases()) {
      if (profile(file) == profile) {
        Graph data = changed(file);
        assertEquals(
            Cases.found(RULES.get(profile).validate(data)),
            Cases.found(ShaclValidator.get().validate(shapes, data)),
            name(file));
      }
    }
  }

  @Test
  void every_file_is_of_a_profile() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/turtle/harvest"))) {
      assertEquals(
          Arrays.stream(Profile.values())
              .flatMap(profile -> profile.files().stream().skip(1))
              .sorted()
              .toList(),
          files.map(file -> "harvest/" + file.getFileName()).sorted().toList());
    }
  }

  private static List<Node> rules(Profile profile) {
    List<Node> rules = new ArrayList<>();
    RULES
        .get(profile)
        .graph()
        .find(Node.ANY, SHACL.message, Node.ANY)
        .mapWith(Triple::getSubject)
        .toSet()
        .forEach(rules::add);
    return rules;
  }

  private static String local(Node rule) {
    return rule.getURI().substring(Rules.NS.length());
  }

  private static Graph conforming() {
    return RDFDataMgr.loadGraph(FOLDER.resolve("conforms.ttl").toString());
  }

  private static Graph changed(Path file) {
    var dataset = DatasetGraphFactory.wrap(conforming());
    try {
      UpdateExec.dataset(dataset).update(Files.readString(file)).execute();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return dataset.getDefaultGraph();
  }

  private static List<Path> cases() {
    try (Stream<Path> files = Files.list(FOLDER.resolve("violates"))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".ru", "");
  }

  private static Profile profile(Path file) {
    String first = name(file).split("-")[0];
    return Arrays.stream(Profile.values())
        .filter(profile -> profile.files().contains("harvest/" + first + ".ttl"))
        .findFirst()
        .orElseThrow();
  }
}
