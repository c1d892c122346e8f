package nl.standaardencatalogus.server.sparql;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nl.standaardencatalogus.catalogue.engine.TooMuch;
import nl.standaardencatalogus.server.http.Budget;
import nl.standaardencatalogus.server.http.Problem;
import nl.standaardencatalogus.server.http.ProblemException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.text.TextQuery;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;

/** Answers for pages from what the endpoints answer from, within the same limits. */
final class WatchedAnswering implements Answering {
  private final Map<String, Source> sources;
  private final Limits limits;
  private final Running running;
  private final Budget budget;
  private final ReadQueries queries;

  WatchedAnswering(
      Map<String, Source> sources,
      Limits limits,
      Running running,
      Budget budget,
      ReadQueries queries) {
    this.sources = sources;
    this.limits = limits;
    this.running = running;
    this.budget = budget;
    this.queries = queries;
  }

  @Override
  public Answered answer(Asking asking) {
    Optional<Duration> wait = budget.wait(asking.client());
    if (wait.isPresent()) {
      Problem poor =
          Problem.of(
              429, "Your queries took too long together. Wait " + wait.get().toSeconds() + " s.");
      return refused(poor, Duration.ZERO);
    }
    try (Watch watch = running.watch(limits.time())) {
      try {
        // A past state is made for all who ask of it, and its making is no part of the query.
        Data data =
            watch.apart(() -> sources.get(asking.endpoint()).at(asking.asOf(), asking.validOn()));
        Ending ending = run(asking, queries.of(asking.query()), data, watch);
        return new Answered(ending, data.sequence(), data.recorded(), watch.took());
      } catch (ProblemException e) {
        return refused(e.problem(), watch.took());
      } finally {
        budget.charge(asking.client(), watch.took());
        running.ended(watch);
      }
    }
  }

  private static Answered refused(Problem problem, Duration took) {
    return new Answered(Ending.of(problem), 0, Instant.EPOCH, took);
  }

  private Ending run(Asking asking, ReadQuery read, Data data, Watch watch) {
    Context context = ARQ.getContext().copy();
    read.prepare(context);
    context.set(ARQ.httpServiceAllowed, false);
    if (read.passed().searches()) {
      context.set(TextQuery.textIndex, watch.apart(data.text()));
    }
    DatasetGraph dataset = data.dataset().apply(graph -> new WatchedGraph(graph, watch));
    dataset.begin(ReadWrite.READ);
    try (QueryExec execution =
        QueryExec.dataset(dataset)
            .query(read.query())
            .context(context)
            .timeout(limits.time().toMillis(), TimeUnit.MILLISECONDS)
            .build()) {
      return ending(asking, read.query(), execution);
    } catch (QueryCancelledException e) {
      throw new ProblemException(watch.why());
    } catch (StackOverflowError e) {
      throw new ProblemException(
          400, "The query is too large: too many parts within or beside others.");
    } catch (BoundedConcat.TooLong | TooMuch | OutOfMemoryError e) {
      throw new ProblemException(
          503, "The query needs more memory than it may take. Ask for less at a time.");
    } finally {
      dataset.end();
    }
  }

  private Ending ending(Asking asking, Query query, QueryExec execution) {
    if (query.isSelectType()) {
      return rows(execution.select(), asking.rows());
    }
    if (query.isAskType()) {
      return new Ending.Verdict(execution.ask());
    }
    return triples(
        query.isDescribeType() ? execution.describeTriples() : execution.constructTriples(),
        asking.triples());
  }

  private Ending rows(RowSet found, int most) {
    List<Binding> rows = new ArrayList<>();
    long total = 0;
    while (found.hasNext()) {
      // A store gives rows that can be read only as long as it does.
      Binding row = found.next().detach();
      total = bounded(total + 1);
      if (total <= most) {
        rows.add(row);
      }
    }
    List<String> variables = found.getResultVars().stream().map(v -> v.getVarName()).toList();
    return new Ending.Rows(variables, rows, total);
  }

  private Ending triples(Iterator<Triple> found, int most) {
    Graph graph = GraphFactory.createDefaultGraph();
    long total = 0;
    while (found.hasNext()) {
      Triple triple = found.next();
      total = bounded(total + 1);
      if (total <= most) {
        graph.add(triple);
      }
    }
    return new Ending.Triples(graph, total);
  }

  private long bounded(long total) {
    if (total > limits.rows()) {
      throw new ProblemException(
          403, "The query has more than " + limits.rows() + " answers. Ask for fewer with LIMIT.");
    }
    return total;
  }
}
