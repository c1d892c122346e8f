package nl.standaardencatalogus.server.mine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.server.sheet.Key;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * A declaration of a municipality that is no more, which went into another that has said nothing of
 * its own about the same yet. It counts for nobody until that one confirms it: an organisation that
 * is no more cannot bind another.
 *
 * @param declaration that of the predecessor
 * @param phase what it comes to on this day; null when it has none then
 * @param date when the reorganisation took effect; null when that is not known
 * @param divided whether the predecessor was divided, so that nobody but the municipality can say
 *     whether it holds for its part
 * @param announced whether the predecessor is still there, and is to go into the municipality
 */
public record Inherited(
    Node declaration,
    Node standard,
    Node predecessor,
    Node phase,
    String date,
    boolean divided,
    boolean announced) {
  private static final String QUESTION = "attention/inherited";

  /** What a municipality inherited and has not confirmed, by standard. */
  public static List<Inherited> of(Questions questions, Graph state, Node municipality) {
    return questions.select(QUESTION, state, Map.of("municipality", municipality)).stream()
        .map(
            row ->
                new Inherited(
                    row.get("declaration"),
                    row.get("standard"),
                    row.get("predecessor"),
                    row.has("phase") ? row.get("phase") : null,
                    row.has("date") ? row.text("date") : null,
                    row.text("divided").equals("true"),
                    row.text("announced").equals("true")))
        .toList();
  }

  /** What a municipality inherited about a standard: the declaration with a key. */
  static Optional<Inherited> from(
      Questions questions, Graph state, OwnDeclaration about, String key) {
    return of(questions, state, about.municipality()).stream()
        .filter(it -> it.standard().equals(about.standard()))
        .filter(it -> it.key().equals(key))
        .findFirst();
  }

  /** The declaration that a municipality would take it over in: of the same version too. */
  OwnDeclaration by(String code) {
    OwnDeclaration of = OwnDeclaration.of(declaration);
    return new OwnDeclaration(code, of.slug(), of.label());
  }

  /** What names it in an address and in a form. */
  String key() {
    return Key.of(declaration);
  }
}
