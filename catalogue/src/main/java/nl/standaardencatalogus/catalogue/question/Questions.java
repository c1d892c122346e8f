package nl.standaardencatalogus.catalogue.question;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.engine.StateExecutor;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.QueryExec;

/**
 * All question files, parsed once: a missing or broken one stops the start and names itself.
 *
 * <p>A jar cannot be listed the way a folder can, so the files are named in an index beside them; a
 * test keeps the two equal.
 */
public final class Questions {
  private static final String ROOT = "/nl/standaardencatalogus/catalogue/";
  private static final String INDEX = "questions.txt";

  private final Map<String, Question> questions;

  private Questions(Map<String, Question> questions) {
    this.questions = questions;
  }

  /** Every question on the classpath; read and parsed once. */
  public static Questions load() {
    return Loaded.QUESTIONS;
  }

  private static Questions read() {
    StateExecutor.install();
    Map<String, Question> questions = new LinkedHashMap<>();
    for (String name : read(INDEX).lines().filter(line -> !line.isBlank()).toList()) {
      questions.put(name, parse(name, read(name + ".rq")));
    }
    return new Questions(questions);
  }

  private static final class Loaded {
    static final Questions QUESTIONS = read();
  }

  static Question parse(String name, String text) {
    String first = text.lines().findFirst().orElse("");
    if (!first.startsWith("# ")) {
      throw new QuestionException(
          "Question " + name + ".rq: the first line must say in a comment what it asks");
    }
    try {
      return new Question(name, first.substring(2), text, QueryFactory.create(text));
    } catch (QueryException e) {
      throw new QuestionException("Question " + name + ".rq: " + e.getMessage(), e);
    }
  }

  private static String read(String file) {
    try (InputStream in = Questions.class.getResourceAsStream(ROOT + file)) {
      if (in == null) {
        throw new QuestionException("Question file is missing: " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new QuestionException("Question file cannot be read: " + file, e);
    }
  }

  /** The questions whose name starts with this, in the order of the index. */
  public List<Question> below(String prefix) {
    return questions.values().stream().filter(q -> q.name().startsWith(prefix)).toList();
  }

  /** The question of this name. */
  public Question get(String name) {
    Question question = questions.get(name);
    if (question == null) {
      throw new QuestionException("There is no question " + name);
    }
    return question;
  }

  /** Asks a question without values. */
  public List<Row> select(String name, Graph graph) {
    return select(name, graph, Map.of());
  }

  /** Asks a question with a value for each variable it expects; reads all answers at once. */
  public List<Row> select(String name, Graph graph, Map<String, Node> values) {
    List<Row> rows = new ArrayList<>();
    try (QueryExec execution = execution(name, graph, values)) {
      execution.select().forEachRemaining(row -> rows.add(new Row(row)));
    }
    return rows;
  }

  /** Asks a question that is answered with triples; the same one may come more than once. */
  public List<Triple> construct(String name, Graph graph, Map<String, Node> values) {
    List<Triple> triples = new ArrayList<>();
    try (QueryExec execution = execution(name, graph, values)) {
      execution.constructTriples().forEachRemaining(triples::add);
    }
    return triples;
  }

  private QueryExec execution(String name, Graph graph, Map<String, Node> values) {
    BindingBuilder binding = BindingBuilder.create();
    values.forEach((variable, value) -> binding.add(Var.alloc(variable), value));
    return QueryExec.graph(graph).query(get(name).query()).substitution(binding.build()).build();
  }
}
