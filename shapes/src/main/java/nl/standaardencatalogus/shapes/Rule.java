package nl.standaardencatalogus.shapes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.standaardencatalogus.shapes.FormShape.Text;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDFS;

/**
 * One rule as it is told to people: what it asks for, of what, and why.
 *
 * @param iri of its shape
 * @param title what it asks for, in a few words; of a property without words of its own that
 *     property
 * @param about the class of things that it speaks of; null for several
 * @param message what is said when it does not hold, with … for what was found
 * @param reason why there is the rule; null when that goes without saying
 */
public record Rule(Node iri, Severity severity, Text title, Text about, Text message, Text reason) {
  private static final Pattern PLACE = Pattern.compile("\\{[$?][A-Za-z]+\\}");

  /** The last part of the IRI, such as {@code Standard-title}. */
  public String name() {
    return iri.getURI().substring(Rules.NS.length());
  }

  /** All that speak in these shapes: what has a message of its own. */
  static Map<Node, Rule> of(Graph shapes) {
    List<Rule> rules = new ArrayList<>();
    Message.ofShapes(shapes)
        .forEach(
            (shape, message) -> {
              Optional<Node> severity = object(shapes, shape, SHACL.severity);
              if (shape.isURI() && shape.getURI().startsWith(Rules.NS) && severity.isPresent()) {
                rules.add(of(shapes, shape, Severity.of(severity.get()), message));
              }
            });
    rules.sort(Comparator.comparing(Rule::name));
    Map<Node, Rule> byShape = new LinkedHashMap<>();
    rules.forEach(rule -> byShape.put(rule.iri(), rule));
    return byShape;
  }

  private static Rule of(Graph shapes, Node shape, Severity severity, Message message) {
    Node label = RDFS.label.asNode();
    Text about =
        subject(shapes, SHACL.property, shape)
            .or(() -> namesake(shapes, shape))
            .flatMap(owner -> text(shapes, owner, label))
            .orElse(null);
    Text title =
        text(shapes, shape, label)
            .or(() -> text(shapes, shape, SHACL.name))
            .orElseGet(() -> new Text(open(message.nl()), open(message.en())));
    Text reason = text(shapes, shape, RDFS.comment.asNode()).orElse(null);
    Text said = new Text(open(message.nl()), open(message.en()));
    return new Rule(shape, severity, title, about, said, reason);
  }

  /** The shape of the class that the name of a rule about the whole begins with. */
  private static Optional<Node> namesake(Graph shapes, Node shape) {
    String iri = shape.getURI();
    int end = iri.indexOf('-', Rules.NS.length());
    return end < 0
        ? Optional.empty()
        : shapes
            .find(Node.ANY, SHACL.targetClass, Node.ANY)
            .mapWith(Triple::getSubject)
            .filterKeep(it -> it.isURI() && it.getURI().equals(iri.substring(0, end)))
            .nextOptional();
  }

  private static String open(String message) {
    return PLACE.matcher(message).replaceAll("…");
  }

  private static Optional<Text> text(Graph shapes, Node subject, Node property) {
    String nl = text(shapes, subject, property, "nl");
    return nl == null
        ? Optional.empty()
        : Optional.of(new Text(nl, text(shapes, subject, property, "en")));
  }

  private static String text(Graph shapes, Node subject, Node property, String language) {
    return shapes
        .find(subject, property, Node.ANY)
        .mapWith(Triple::getObject)
        .filterKeep(it -> it.isLiteral() && it.getLiteralLanguage().equals(language))
        .mapWith(Node::getLiteralLexicalForm)
        .nextOptional()
        .orElse(null);
  }

  private static Optional<Node> object(Graph shapes, Node subject, Node property) {
    return shapes.find(subject, property, Node.ANY).mapWith(Triple::getObject).nextOptional();
  }

  private static Optional<Node> subject(Graph shapes, Node property, Node object) {
    return shapes.find(Node.ANY, property, object).mapWith(Triple::getSubject).nextOptional();
  }
}
