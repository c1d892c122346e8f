package nl.standaardencatalogus.catalogue.facts.tabular;

import java.util.List;
import nl.standaardencatalogus.ontology.CodeLists;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Node;

/**
 * Where a fact comes from and how sure we are: {@code hoog} was read in a stored source, {@code
 * middel} is well known or inferred, {@code laag} is doubtful.
 */
record Evidence(String source, String confidence) {
  private static final List<String> SCALE = List.of("laag", "middel", "hoog");

  /** The last two columns of most tables. */
  static Evidence of(Line line) {
    return new Evidence(line.text("source"), confidence(line)).weakened();
  }

  /** A source of its own; never surer than the row that it stands in. */
  static Evidence of(Line line, String source) {
    return new Evidence(source, confidence(line)).weakened();
  }

  static Evidence sure(String source) {
    return new Evidence(source, "hoog").weakened();
  }

  Evidence atMost(String limit) {
    int least = Math.min(SCALE.indexOf(confidence), SCALE.indexOf(limit));
    return new Evidence(source, SCALE.get(least));
  }

  void on(Description description) {
    description.text(SC.SOURCE_TEXT, source).add(SC.CONFIDENCE, concept());
  }

  Node concept() {
    return CodeLists.concept(CodeLists.BETROUWBAARHEID, confidence);
  }

  /** What nobody read is at most well known, whatever the row says. */
  private Evidence weakened() {
    boolean unread =
        source.contains("general domain knowledge")
            || source.contains("general knowledge")
            || source.contains("not verified");
    return unread ? atMost("middel") : this;
  }

  private static String confidence(Line line) {
    String word = line.text("confidence");
    return switch (word) {
      case "high" -> "hoog";
      case "medium" -> "middel";
      case "low" -> "laag";
      default -> throw new IllegalArgumentException("no confidence: " + word);
    };
  }
}
