package nl.standaardencatalogus.shapes;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDFS;

/** The text of a rule in Dutch and English, with places for what was found. */
record Message(String nl, String en) {
  private static final Node NOTHING = NodeFactory.createURI(Rules.NS + "niets");
  private static final Pattern PLACE = Pattern.compile("\\{[$?]([A-Za-z]+)\\}");

  /** The messages of everything that has some. */
  static Map<Node, Message> ofShapes(Graph shapes) {
    Map<Node, Message> messages = new HashMap<>();
    shapes
        .find(Node.ANY, SHACL.message, Node.ANY)
        .mapWith(Triple::getSubject)
        .toSet()
        .forEach(shape -> messages.put(shape, of(shapes, shape)));
    return messages;
  }

  static Message of(Graph shapes, Node shape) {
    return of(shapes, shape, SHACL.message);
  }

  /** The words for no value, which stand in the place of one in other messages. */
  static Message ofNothing(Graph shapes) {
    return of(shapes, NOTHING, RDFS.label.asNode());
  }

  private static Message of(Graph shapes, Node subject, Node property) {
    return new Message(
        text(shapes, subject, property, "nl"), text(shapes, subject, property, "en"));
  }

  private static String text(Graph shapes, Node subject, Node property, String language) {
    return shapes
        .find(subject, property, Node.ANY)
        .mapWith(Triple::getObject)
        .filterKeep(text -> text.isLiteral() && language.equals(text.getLiteralLanguage()))
        .mapWith(Node::getLiteralLexicalForm)
        .nextOptional()
        .orElseThrow(
            () -> new ShapesException(subject + " has no " + property + " in " + language, null));
  }

  /** The Dutch text with the places filled in; an unknown place stays as it is. */
  String inDutch(Found found) {
    return filled(nl, "nl", found);
  }

  /** The English text with the places filled in; an unknown place stays as it is. */
  String inEnglish(Found found) {
    return filled(en, "en", found);
  }

  /** What was found for a place in the text, to be read in a language. */
  interface Found {
    Optional<String> at(String place, String language);
  }

  private static String filled(String text, String language, Found found) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place ->
                Matcher.quoteReplacement(found.at(place.group(1), language).orElse(place.group())));
  }
}
