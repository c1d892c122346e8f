package nl.standaardencatalogus.server.question;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.standaardencatalogus.catalogue.question.Endpoint;
import nl.standaardencatalogus.catalogue.question.Library;
import nl.standaardencatalogus.catalogue.question.LibraryQuestion;
import nl.standaardencatalogus.server.http.Problem;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.sparql.Data;
import nl.standaardencatalogus.server.sparql.Limits;
import nl.standaardencatalogus.server.sparql.Source;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.system.Txn;

/**
 * Asks questions of the library within the limits of a query, and keeps answers for who asks the
 * same of the same state. The queries are the catalogue's own and only values come from outside, so
 * ARQ's time limit is enough to end one.
 */
public final class LibraryAnswers {
  private static final int ROWS_KEPT = 200_000;

  private final Library library;
  private final Map<Endpoint, Source> sources;
  private final Limits limits;
  private final Cache<Key, LibraryAnswer> kept =
      Caffeine.newBuilder()
          .maximumWeight(ROWS_KEPT)
          .weigher((Key key, LibraryAnswer answer) -> answer.rows().size() + 1)
          .build();

  private record Key(String state, String question, Map<String, Node> values) {}

  /**
   * Answers from these.
   *
   * @param sources what each endpoint is asked of
   */
  public LibraryAnswers(Library library, Map<Endpoint, Source> sources, Limits limits) {
    this.library = library;
    this.sources = Map.copyOf(sources);
    this.limits = limits;
  }

  /** The questions that can be asked. */
  public Library library() {
    return library;
  }

  /**
   * Asks a question.
   *
   * @param asOf a past moment whose state is asked; null for now, and without meaning where all
   *     revisions are asked
   * @throws ProblemException when it takes too long or has too many answers
   */
  public LibraryAnswer ask(LibraryQuestion question, Map<String, Node> values, Instant asOf) {
    Instant moment = question.endpoint() == Endpoint.HISTORY ? null : asOf;
    Data data = sources.get(question.endpoint()).at(moment, null);
    Key key = new Key(data.state(), question.name(), Map.copyOf(values));
    LibraryAnswer known = kept.getIfPresent(key);
    if (known == null) {
      Query query = question.query(values);
      known =
          new LibraryAnswer(
              question,
              key.values(),
              query,
              rows(query, data),
              data.state(),
              data.sequence(),
              data.recorded());
      kept.put(key, known);
    }
    return known;
  }

  private List<Binding> rows(Query query, Data data) {
    DatasetGraph dataset = data.dataset().apply(graph -> graph);
    return Txn.calculateRead(
        dataset,
        () -> {
          try (QueryExec execution =
              QueryExec.dataset(dataset)
                  .query(query)
                  .timeout(limits.time().toMillis(), TimeUnit.MILLISECONDS)
                  .build()) {
            return read(query, execution.select());
          } catch (QueryCancelledException e) {
            throw new ProblemException(tooLong());
          }
        });
  }

  private List<Binding> read(Query query, RowSet answers) {
    List<Binding> rows = new ArrayList<>();
    while (answers.hasNext()) {
      rows.add(copy(query.getProjectVars(), answers.next()));
      if (rows.size() > limits.rows()) {
        throw new ProblemException(
            Problem.of(403, "The question has more than " + limits.rows() + " answers.")
                .with("limit", "rows")
                .with("rows", limits.rows()));
      }
    }
    return List.copyOf(rows);
  }

  /** TDB2 reads a value when it is asked for, which must not be after the transaction. */
  private static Binding copy(List<Var> columns, Binding row) {
    BindingBuilder copy = BindingBuilder.create();
    for (Var column : columns) {
      Node value = row.get(column);
      if (value != null) {
        copy.add(column, value);
      }
    }
    return copy.build();
  }

  private Problem tooLong() {
    return Problem.of(
            503, "The question was stopped: it took more than " + limits.time().toSeconds() + " s.")
        .with("limit", "time")
        .with("seconds", limits.time().toSeconds());
  }
}
