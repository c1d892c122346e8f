package nl.standaardencatalogus.server.sparql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.standaardencatalogus.server.http.Accept;
import nl.standaardencatalogus.server.http.Problem;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.Syntax;
import org.apache.jena.query.text.TextQuery;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fuseki's query operation over the state that stood when the request came in, behind the gate and
 * within the limits. Whole answers are kept under the state they were given of, so that a next
 * commit makes them unreachable.
 */
final class QueryOperation extends SPARQL_QueryDataset {
  private static final Logger LOG = LoggerFactory.getLogger(QueryOperation.class);
  private static final Pattern PLACE = Pattern.compile("line (\\d{1,9}), column (\\d{1,9})");
  private static final int LONGEST = 64 << 10;
  private static final int DEEPEST = 100;

  /** Of one sorting or DISTINCT; more go to a temporary file. */
  private static final long MOST_ROWS_IN_MEMORY = 500_000;

  private static final long SLOW_MILLISECONDS = 2_000;
  private static final List<String> ROWS =
      List.of(
          "application/sparql-results+json",
          "application/sparql-results+xml",
          "text/csv",
          "text/tab-separated-values",
          "application/json",
          "application/xml",
          "text/xml",
          "text/plain");
  private static final List<String> TRIPLES =
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
  private final Cache<String, Answer> answers;

  QueryOperation(Limits limits) {
    this.limits = limits;
    this.answers =
        Caffeine.newBuilder()
            .maximumWeight(limits.cacheBytes())
            .weigher((String tag, Answer answer) -> tag.length() + answer.compressed().length)
            .build();
  }

  @Override
  protected void execute(String queryString, HttpAction action) {
    Exchange exchange = Exchange.of(action.getRequest());
    refuseBombs(queryString, exchange);
    Query query = parsed(queryString, exchange);
    Gate.Passed passed = passed(query, exchange);
    refuseForm(query, exchange);
    if (!passed.varies() && answered(exchange, exchange.tag(queryString))) {
      return;
    }
    if (passed.searches()) {
      action.getContext().set(TextQuery.textIndex, exchange.watch().apart(exchange.data().text()));
    }
    DatasetGraph dataset = exchange.dataset();
    dataset.begin(ReadWrite.READ);
    try {
      super.execute(queryString, action);
    } catch (QueryCancelledException e) {
      exchange.response().fail(BoundedRows.timeUp(limits));
      throw e;
    } catch (StackOverflowError e) {
      throw exchange.refuse(
          Problem.of(400, "The query is too large: too many parts within or beside others.")
              .with("limit", "nesting"));
    } catch (BoundedConcat.TooLong | OutOfMemoryError e) {
      throw exchange.refuse(
          Problem.of(503, "The query needs more memory than it may take. Ask for less at a time.")
              .with("limit", "memory"));
    } finally {
      dataset.end();
      slow(exchange, queryString);
    }
  }

  /** Gives the answer that the client, or this operation, has already. */
  private boolean answered(Exchange exchange, String tag) {
    HeldResponse response = exchange.response();
    if (exchange.known(tag)) {
      response.unchanged(tag);
      return true;
    }
    Answer kept = answers.getIfPresent(tag);
    if (kept != null) {
      response.again(tag, kept);
      return true;
    }
    response.keep(tag, answer -> answers.put(tag, answer));
    return false;
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

  private static void refuseBombs(String queryString, Exchange exchange) {
    if (queryString.length() > LONGEST) {
      throw exchange.refuse(
          Problem.of(413, "The query is longer than " + (LONGEST >> 10) + " KiB.")
              .with("limit", "query length"));
    }
    int depth = 0;
    for (int i = 0; i < queryString.length(); i++) {
      char c = queryString.charAt(i);
      if (c == '{' || c == '(' || c == '[') {
        depth++;
      } else if (depth > 0 && (c == '}' || c == ')' || c == ']')) {
        depth--;
      }
      if (depth > DEEPEST) {
        throw exchange.refuse(
            Problem.of(400, "The query has more than " + DEEPEST + " brackets open at once.")
                .with("limit", "nesting"));
      }
    }
  }

  private static Query parsed(String queryString, Exchange exchange) {
    try {
      return QueryFactory.create(queryString, Syntax.syntaxSPARQL_11);
    } catch (QueryParseException e) {
      String reason = e.getMessage().replaceAll("\\s+", " ").trim();
      // The exception itself points at the last word that was right.
      Matcher place = PLACE.matcher(reason);
      boolean told = place.find();
      throw exchange.refuse(
          Problem.of(400, "This is not a SPARQL query: " + reason)
              .with("line", told ? Long.parseLong(place.group(1)) : Math.max(1, e.getLine()))
              .with("column", told ? Long.parseLong(place.group(2)) : Math.max(1, e.getColumn())));
    } catch (QueryException e) {
      throw exchange.refuse(Problem.of(400, "This is not a SPARQL query: " + e.getMessage()));
    } catch (StackOverflowError e) {
      throw exchange.refuse(
          Problem.of(400, "The query is too large to read.").with("limit", "nesting"));
    }
  }

  private static Gate.Passed passed(Query query, Exchange exchange) {
    try {
      return Gate.check(query);
    } catch (Gate.Refused e) {
      throw exchange.refuse(
          Problem.of(403, "The query is refused: it has " + e.what() + ". " + e.hint())
              .with("pattern", e.what())
              .with("hint", e.hint()));
    }
  }

  private static void refuseForm(Query query, Exchange exchange) {
    String accept = exchange.request().getHeader("Accept");
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
  protected QueryExec createQueryExec(HttpAction action, Query query, DatasetGraph dataset) {
    RewriteFactory usual = Optimize.getFactory();
    RewriteFactory bounded = context -> op -> BoundedConcat.in(usual.create(context).rewrite(op));
    action.getContext().set(ARQConstants.sysOptimizerFactory, bounded);
    action.getContext().set(ARQ.spillToDiskThreshold, MOST_ROWS_IN_MEMORY);
    return super.createQueryExec(action, query, dataset);
  }

  @Override
  protected void sendResults(HttpAction action, QueryExecResult result, Prologue prologue) {
    HeldResponse response = Exchange.of(action.getRequest()).response();
    QueryExecResult bounded =
        result.isRowSet()
            ? new QueryExecResult(new BoundedRows(result.rowSet(), limits, response))
            : result;
    super.sendResults(action, bounded, prologue);
  }
}
