package nl.standaardencatalogus.shapes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.ontology.Ontology;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;

/**
 * Measures how long validation takes: of everything, and of one declaration or standard.
 *
 * <p>Arguments: folders or files with RDF. Without any, conforming cases are copied many times
 * over, to about the size of the real catalogue with sample declarations.
 */
public final class ValidationBenchmark {
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Amsterdam"));

  private ValidationBenchmark() {}

  public static void main(String[] args) throws IOException {
    Graph data = GraphMemFactory.createDefaultGraphSameTerm();
    Ontology.graph().find().forEach(data::add);
    if (args.length == 0) {
      addCopies(data);
    } else {
      for (String arg : args) {
        addAll(Path.of(arg), data);
      }
    }
    System.out.printf(Locale.ROOT, "%,d triples%n", data.size());
    long start = System.nanoTime();
    Rules rules = Rules.load();
    System.out.printf(Locale.ROOT, "rules loaded in %d ms%n", millis(start));
    whole(rules, data);
    one(rules, data, "Declaration");
    one(rules, data, "Standard");
    one(rules, data, "Municipality");
  }

  private static void whole(Rules rules, Graph data) {
    for (int round = 1; round <= 3; round++) {
      long start = System.nanoTime();
      Report report = rules.validate(data);
      System.out.printf(
          Locale.ROOT,
          "everything, round %d: %,d ms, %,d findings%n",
          round,
          millis(start),
          report.findings().size());
      if (round == 3) {
        Map<String, Long> counts =
            report.findings().stream()
                .collect(
                    Collectors.groupingBy(
                        finding -> finding.severity() + " " + finding.rule(),
                        TreeMap::new,
                        Collectors.counting()));
        counts.forEach((rule, count) -> System.out.printf(Locale.ROOT, "%7d %s%n", count, rule));
        report.findings(Severity.VIOLATION).stream()
            .limit(40)
            .forEach(finding -> System.out.println(finding.focus() + " " + finding.messageEn()));
      }
    }
  }

  private static void one(Rules rules, Graph data, String name) {
    Node type =
        rules.graph().find(NodeFactory.createURI(Rules.NS + name), null, null).toList().stream()
            .filter(triple -> triple.getPredicate().getLocalName().equals("targetClass"))
            .findFirst()
            .orElseThrow()
            .getObject();
    List<Node> records =
        data.find(null, RDF.type.asNode(), type).mapWith(Triple::getSubject).toList();
    if (records.isEmpty()) {
      return;
    }
    List<Long> micros = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      long start = System.nanoTime();
      rules.validate(data, withParts(data, records.get(i % records.size())), TODAY);
      micros.add((System.nanoTime() - start) / 1_000);
    }
    // The first half warms up.
    List<Long> measured = new ArrayList<>(micros.subList(1_000, 2_000));
    Collections.sort(measured);
    System.out.printf(
        Locale.ROOT,
        "one %s: median %d µs, 99th percentile %d µs%n",
        name,
        measured.get(500),
        measured.get(990));
  }

  private static Set<Node> withParts(Graph data, Node record) {
    Set<Node> nodes = new LinkedHashSet<>(Set.of(record));
    data.find(record, Node.ANY, Node.ANY)
        .mapWith(Triple::getObject)
        .filterKeep(node -> node.isURI() && node.getURI().startsWith(record.getURI() + "#"))
        .forEach(nodes::add);
    return nodes;
  }

  private static void addCopies(Graph data) throws IOException {
    Cases.base().find().forEach(data::add);
    String standard = Files.readString(conforming("Standard"));
    String municipality = Files.readString(conforming("Municipality"));
    String declaration = Files.readString(conforming("Declaration"));
    for (int i = 1; i <= 600; i++) {
      parse(numbered(standard, "voorbeeld" + i), data);
    }
    for (int code = 1000; code < 1342; code++) {
      String name = "Gemeente" + code;
      parse(municipality.replace("9993", "" + code).replace("Voorbeeldhoek", name), data);
      for (int i = 1; i <= 40; i++) {
        String own =
            declaration
                .replace("basis-api/versie/1.0.0", "voorbeeld" + i + "/versie/1.0")
                .replace("basis-api", "voorbeeld" + i)
                .replace("9991", "" + code);
        parse(own, data);
      }
    }
  }

  private static String numbered(String text, String slug) {
    return text.replace("voorbeeld", slug).replace("Voorbeeld", "Titel van " + slug);
  }

  private static Path conforming(String name) {
    return Cases.in("conforms").stream()
        .filter(file -> Cases.name(file).startsWith(name + "/"))
        .findFirst()
        .orElseThrow();
  }

  private static void addAll(Path path, Graph data) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (file.toString().endsWith(".ttl") || file.toString().endsWith(".nt")) {
          RDFParser.source(file).parse(data);
        }
      }
    }
  }

  private static void parse(String turtle, Graph data) {
    RDFParser.fromString(turtle, Lang.TURTLE).parse(data);
  }

  private static long millis(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
