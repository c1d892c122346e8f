package nl.standaardencatalogus.shapes;

import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.path.P_Link;

/** A finding made of what a constraint of SHACL Core reported. */
final class CoreFinding {
  private CoreFinding() {}

  static Finding of(ReportEntry entry, Map<Node, Message> messages, Message nothing, Texts texts) {
    Message message = messages.get(entry.source());
    if (message == null) {
      throw new ShapesException(entry.source() + " has no sh:message", null);
    }
    Node path = entry.resultPath() instanceof P_Link link ? link.getNode() : null;
    return new Finding(
        entry.focusNode(),
        path,
        entry.value(),
        entry.source(),
        entry.sourceConstraintComponent(),
        Severity.of(entry.severity().level()),
        message.inDutch(
            (place, language) -> found(place, entry, path, texts, language, nothing.nl())),
        message.inEnglish(
            (place, language) -> found(place, entry, path, texts, language, nothing.en())));
  }

  private static Optional<String> found(
      String place, ReportEntry entry, Node path, Texts texts, String language, String nothing) {
    return switch (place) {
      case "this" -> Optional.of(texts.of(entry.focusNode(), language));
      case "value" -> Optional.of(value(entry, path, texts, language, nothing));
      default -> Optional.empty();
    };
  }

  private static String value(
      ReportEntry entry, Node path, Texts texts, String language, String nothing) {
    if (entry.value() != null) {
      return texts.of(entry.value(), language);
    }
    return path == null ? nothing : texts.values(entry.focusNode(), path, language, nothing);
  }
}
