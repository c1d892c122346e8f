package nl.standaardencatalogus.server.harvest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;

/**
 * What a page tells search engines: the description for harvesters of what the page is about, in
 * the words of schema.org, as JSON-LD. Which facts those are is decided by the questions below
 * {@code schema/}, asked of that description; nothing is told here that harvesters are not told.
 * When only declarations change, the date of the last change may lag behind that in it.
 */
public final class SchemaOrg {
  private static final String NS = "https://schema.org/";
  private static final Node URL = NodeFactory.createURI(NS + "url");
  private static final Node TYPE = RDF.type.asNode();
  private static final Node IN_SERIES = NodeFactory.createURI(DCAT.NS + "inSeries");
  private static final Node SERIES = NodeFactory.createURI(DCAT.NS + "DatasetSeries");
  private static final List<Node> WITH_PAGES =
      Stream.of("DataCatalog", "Dataset", "Organization")
          .map(name -> NodeFactory.createURI(NS + name))
          .toList();
  private static final int MOST = 1000;
  private static final JsonFactory JSON = new JsonFactory();

  private final Questions questions;
  private final Descriptions descriptions;
  private final Node home;
  private volatile Told last = Told.of(Graph.emptyGraph);

  /** What was told of the things in one description, which stays the same for many commits. */
  private record Told(Graph description, Cache<Asked, Optional<String>> texts) {
    static Told of(Graph description) {
      return new Told(description, Caffeine.newBuilder().maximumSize(MOST).build());
    }
  }

  private record Asked(Node thing, String language) {}

  /**
   * What is told of the things in these descriptions.
   *
   * @param address where the catalogue is on the web, without a slash at the end
   */
  public SchemaOrg(Questions questions, Descriptions descriptions, String address) {
    this.questions = questions;
    this.descriptions = descriptions;
    this.home = NodeFactory.createURI(address + "/");
  }

  /**
   * JSON-LD about a thing, which may stand within HTML as it is: there is no {@code <} in it. The
   * address of the catalogue with a slash is the site with the catalogue on it. Empty for what
   * harvesters are told nothing about.
   *
   * @param language the tag of the language for texts that come in it; others come as they are
   * @param page the page about a thing, where there is one; the same in the same language
   */
  public Optional<String> about(
      Snapshot snapshot, Node thing, String language, Function<Node, Optional<String>> page) {
    Graph description = descriptions.near(snapshot);
    Told known = last;
    if (known.description() != description) {
      known = Told.of(description);
      last = known;
    }
    return known
        .texts()
        .get(new Asked(thing, language), asked -> told(description, thing, language, page));
  }

  private Optional<String> told(
      Graph description, Node thing, String language, Function<Node, Optional<String>> page) {
    Graph told = new GraphMem2Fast();
    if (thing.equals(home) || thing.equals(DcatCatalogue.CATALOG)) {
      ask("schema/catalog", Map.of("home", home), description, told);
      own(description).forEach(dataset -> entry(dataset, description, told));
    } else if (isEntry(thing, description)) {
      entry(thing, description, told);
    } else {
      return Optional.empty();
    }
    addresses(told, page);
    return Optional.of(new Writing(told, language).text(thing));
  }

  /** Adds the page about whatever has one and is not described elsewhere. */
  private static void addresses(Graph told, Function<Node, Optional<String>> page) {
    WITH_PAGES.stream()
        .flatMap(type -> told.stream(Node.ANY, TYPE, type).toList().stream())
        .map(Triple::getSubject)
        .filter(subject -> !told.contains(subject, URL, Node.ANY))
        .forEach(
            subject ->
                page.apply(subject)
                    .ifPresent(at -> told.add(subject, URL, NodeFactory.createURI(at))));
  }

  private static boolean isEntry(Node thing, Graph description) {
    return description.contains(thing, TYPE, DCAT.Dataset.asNode())
        || description.contains(thing, TYPE, SERIES);
  }

  /** The datasets that are no version of a standard. */
  private static Stream<Node> own(Graph description) {
    return description.stream(DcatCatalogue.CATALOG, DCAT.dataset.asNode(), Node.ANY)
        .map(Triple::getObject)
        .filter(dataset -> !description.contains(dataset, IN_SERIES, Node.ANY));
  }

  private void entry(Node entry, Graph description, Graph told) {
    ask("schema/dataset", Map.of("entry", entry), description, told);
  }

  private void ask(String question, Map<String, Node> values, Graph description, Graph told) {
    questions.construct(question, description, values).forEach(told::add);
  }

  /** Writes a graph as one tree: what is said of a thing stands where it is first named. */
  private record Writing(Graph graph, String language, Set<Node> open) {
    private static final Comparator<Node> BY_TEXT = Comparator.comparing(Node::toString);

    Writing(Graph graph, String language) {
      this(graph, language, new LinkedHashSet<>());
    }

    String text(Node root) {
      StringWriter text = new StringWriter(4096);
      try (JsonGenerator json = JSON.createGenerator(text)) {
        thing(root, json);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      // A script ends at its end tag and may not hold a comment, even within a string.
      return text.toString().replace("<", "\\u003c");
    }

    private void thing(Node node, JsonGenerator json) throws IOException {
      json.writeStartObject();
      if (open.isEmpty()) {
        json.writeStringField("@context", NS);
      }
      json.writeStringField("@id", node.getURI());
      if (open.add(node)) {
        for (Map.Entry<String, Set<Node>> property : properties(node).entrySet()) {
          json.writeFieldName(property.getKey());
          values(List.copyOf(property.getValue()), json);
        }
        open.remove(node);
      }
      json.writeEndObject();
    }

    private Map<String, Set<Node>> properties(Node node) {
      Map<String, Set<Node>> properties = new TreeMap<>();
      graph.stream(node, Node.ANY, Node.ANY)
          .filter(this::suits)
          .forEach(
              triple ->
                  properties
                      .computeIfAbsent(name(triple.getPredicate()), p -> new TreeSet<>(BY_TEXT))
                      .add(triple.getObject()));
      return properties;
    }

    /** Whether a text is in the language of the page, or does not come in it. */
    private boolean suits(Triple triple) {
      Node object = triple.getObject();
      return !object.isLiteral()
          || object.getLiteralLanguage().isEmpty()
          || object.getLiteralLanguage().equals(language)
          || graph.stream(triple.getSubject(), triple.getPredicate(), Node.ANY)
              .map(Triple::getObject)
              .noneMatch(o -> o.isLiteral() && o.getLiteralLanguage().equals(language));
    }

    private void values(List<Node> values, JsonGenerator json) throws IOException {
      if (values.size() > 1) {
        json.writeStartArray();
      }
      for (Node value : values) {
        value(value, json);
      }
      if (values.size() > 1) {
        json.writeEndArray();
      }
    }

    private void value(Node value, JsonGenerator json) throws IOException {
      if (value.isLiteral()) {
        json.writeString(value.getLiteralLexicalForm());
      } else if (graph.contains(value, Node.ANY, Node.ANY)) {
        thing(value, json);
      } else {
        json.writeString(value.getURI().startsWith(NS) ? name(value) : value.getURI());
      }
    }

    private static String name(Node term) {
      return term.equals(TYPE) ? "@type" : term.getURI().substring(NS.length());
    }
  }
}
