package nl.standaardencatalogus.catalogue.question;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * A question that the catalogue promises to answer, with the same columns for as long as it is
 * published.
 *
 * @param name its last path segment; it never changes
 * @param number its place in the list of competency questions
 * @param audience who it is for
 * @param endpoint what it is asked of
 * @param title the question in plain words
 * @param about what the answer means, what is not in it, and how missing data shows
 * @param parameters what the asker fills in
 * @param columns the variables of the answer, in order
 * @param empty why there are no rows for the facts that come with the catalogue; absent where there
 *     are
 * @param text the file as it is written
 * @param parsed the same as a query, without values
 */
public record LibraryQuestion(
    String name,
    int number,
    Audience audience,
    Endpoint endpoint,
    Bilingual title,
    Bilingual about,
    List<Parameter> parameters,
    List<String> columns,
    Optional<Bilingual> empty,
    String text,
    Query parsed) {
  /** Where the questions live. */
  public static final String NS = "https://w3id.org/standaardencatalogus/sparql/vragen/";

  /** The terms in which declarations, and what follows from them, are asked about. */
  private static final Pattern DECLARED =
      Pattern.compile(
          "\\bsc:(Declaration|declaresOn|phase|currentPhase|explanation|uses|implements|plans"
              + "|explores|hasNoPlansFor|deemsNotApplicable|phasedOut)\\b");

  /** The question's IRI. */
  public String iri() {
    return NS + name;
  }

  /**
   * The query with values put in for its parameters.
   *
   * @throws BadValue when a value is missing or of another type than its parameter
   * @throws IllegalArgumentException when a value is given for what is no parameter
   */
  public Query query(Map<String, Node> values) {
    Map<String, Node> left = new HashMap<>(values);
    Map<Var, Node> substitution = new HashMap<>();
    for (Parameter parameter : parameters) {
      Node value = left.remove(parameter.name());
      if (value == null) {
        throw parameter.refusal(null);
      }
      substitution.put(Var.alloc(parameter.name()), parameter.check(value));
    }
    if (!left.isEmpty()) {
      throw new IllegalArgumentException(
          "Question " + name + " has no parameters " + left.keySet());
    }
    // The syntax is copied with the values in it, so that a value can never become syntax.
    return QueryTransformOps.replaceVars(parsed, substitution);
  }

  /** Whether its answer rests on what municipalities declare. */
  public boolean ofDeclarations() {
    return DECLARED.matcher(parsed.toString()).find();
  }

  /** The example of each parameter. */
  public Map<String, Node> examples() {
    Map<String, Node> examples = new LinkedHashMap<>();
    parameters.forEach(parameter -> examples.put(parameter.name(), parameter.example()));
    return examples;
  }
}
