package nl.standaardencatalogus.server.sparql;

import java.util.List;
import nl.standaardencatalogus.catalogue.engine.TooMuch;
import nl.standaardencatalogus.server.http.Accept;
import nl.standaardencatalogus.server.http.Problem;
import nl.standaardencatalogus.server.http.ProblemException;
import org.apache.jena.atlas.lib.Pair;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.text.TextQuery;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fuseki's query operation over the state that stood when the request came in, behind the gate and
 * within the limits.
 */
final class QueryOperation extends SPARQL_QueryDataset {
  private static final Logger LOG = LoggerFactory.getLogger(QueryOperation.class);

  private static final long SLOW_MILLISECONDS = 2_000;
  static final List<String> ROWS =
      List.of(
          "application/sparql-results+json",
          "application/sparql-results+xml",
          "text/csv",
          "text/tab-separated-values",
          "application/json",
          "application/xml",
          "text/xml",
          "text/plain");
  static final List<String> TRIPLES =
      List.of(
          "text/turtle",
          "application/n-triples",
          "application/ld+json",
          "application/rdf+xml",
          "application/trig",
          "application/n-quads",
          "application/x-turtle",
          "application/rdf+json",
          "application/json",
          "application/xml",
          "text/plain");

  private final Limits limits;
  private final ReadQueries queries;
  private final Answers answers;

  QueryOperation(Limits limits, ReadQueries queries, Answers answers) {
    this.limits = limits;
    this.queries = queries;
    this.answers = answers;
  }

  @Override
  protected void execute(String queryString, HttpAction action) {
    Exchange exchange = Exchange.of(action.getRequest());
    String tag = Answers.tag(exchange.request(), exchange.data(), queryString);
    if (answers.again(exchange.request(), tag, exchange.response())) {
      return;
    }
    ReadQuery read = read(queryString, exchange);
    Gate.Passed passed = read.passed();
    refuseForm(read.query(), exchange);
    if (!passed.varies()) {
      if (Answers.has(exchange.request(), tag)) {
        exchange.response().unchanged(tag);
        return;
      }
      exchange.response().keep(tag, answer -> answers.keep(tag, answer));
    }
    if (passed.searches()) {
      action.getContext().set(TextQuery.textIndex, exchange.watch().apart(exchange.data().text()));
    }
    DatasetGraph dataset = exchange.dataset();
    dataset.begin(ReadWrite.READ);
    try {
      answer(action, read, queryString);
    } catch (QueryCancelledException e) {
      exchange.response().fail(exchange.watch().why());
      throw e;
    } catch (StackOverflowError e) {
      throw exchange.refuse(
          Problem.of(400, "The query is too large: too many parts within or beside others.")
              .with("limit", "nesting"));
    } catch (BoundedConcat.TooLong | TooMuch | OutOfMemoryError e) {
      throw exchange.refuse(
          Problem.of(503, "The query needs more memory than it may take. Ask for less at a time.")
              .with("limit", "memory"));
    } finally {
      dataset.end();
      slow(exchange, queryString);
    }
  }

  private ReadQuery read(String queryString, Exchange exchange) {
    try {
      return queries.of(queryString);
    } catch (ProblemException e) {
      throw exchange.refuse(e.problem());
    }
  }

  /** What Fuseki does with a query that it has read; here it has been read already. */
  private void answer(HttpAction action, ReadQuery read, String queryString) {
    Query query = read.query();
    read.prepare(action.getContext());
    action.beginRead();
    try {
      Pair<DatasetGraph, Query> asked = decideDataset(action, query, queryString);
      Query narrowed = asked.getRight() == null ? query : asked.getRight();
      try (QueryExec execution = createQueryExec(action, narrowed, asked.getLeft())) {
        sendResults(
            action, executeQuery(action, execution, query, queryString), query.getPrologue());
      }
    } catch (QueryParseException e) {
      // Found only now: text that the full-text index cannot read.
      ServletOps.errorBadRequest("This query cannot be answered: " + e.getMessage());
    } finally {
      action.endRead();
    }
  }

  private static void slow(Exchange exchange, String queryString) {
    long took = exchange.watch().took().toMillis();
    if (took > SLOW_MILLISECONDS) {
      LOG.atWarn()
          .addKeyValue("ms", took)
          .addKeyValue("query", queryString)
          .log("A query took long");
    }
  }

  private static void refuseForm(Query query, Exchange exchange) {
    String accept = Accept.of(exchange.request());
    List<String> offered = query.isSelectType() || query.isAskType() ? ROWS : TRIPLES;
    if (!exchange.formChosen() && !query.isJsonType() && Accept.best(accept, offered).isEmpty()) {
      throw exchange.refuse(
          Problem.of(406, "The answer comes as " + String.join(", ", offered.subList(0, 4)) + ".")
              .with("accept", String.join(", ", offered)));
    }
  }

  @Override
  protected DatasetGraph getDataset(HttpAction action) {
    return Exchange.of(action.getRequest()).dataset();
  }

  @Override
  protected void sendResults(HttpAction action, QueryExecResult result, Prologue prologue) {
    Exchange exchange = Exchange.of(action.getRequest());
    HeldResponse response = exchange.response();
    QueryExecResult bounded =
        result.isRowSet()
            ? new QueryExecResult(
                new BoundedRows(result.rowSet(), limits, exchange.watch(), response))
            : result;
    super.sendResults(action, bounded, prologue);
  }
}
