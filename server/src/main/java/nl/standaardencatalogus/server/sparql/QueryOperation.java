package nl.standaardencatalogus.server.sparql;

import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.exec.QueryExecResult;

/**
 * Fuseki's query operation over the state that stood when the request came in, behind the gate and
 * within the limits.
 */
final class QueryOperation extends SPARQL_QueryDataset {
  /** The request attribute with the data of this request. */
  static final String DATA = QueryOperation.class.getName() + ".data";

  /** The request attribute with the answer of this request. */
  static final String RESPONSE = QueryOperation.class.getName() + ".response";

  private static final int LONGEST = 64 << 10;
  private static final int DEEPEST = 100;

  private final Limits limits;

  QueryOperation(Limits limits) {
    this.limits = limits;
  }

  @Override
  protected void execute(String queryString, HttpAction action) {
    refuseBombs(queryString);
    DatasetGraph data = data(action);
    data.begin(ReadWrite.READ);
    try {
      super.execute(queryString, action);
    } catch (QueryCancelledException e) {
      response(action).fail(BoundedRows.timeUp(limits));
      throw e;
    } catch (StackOverflowError e) {
      ServletOps.errorBadRequest("The query is too large: too many parts within or beside others.");
    } finally {
      data.end();
    }
  }

  private static void refuseBombs(String queryString) {
    if (queryString.length() > LONGEST) {
      ServletOps.error(413, "The query is longer than " + (LONGEST >> 10) + " KiB.");
    }
    int depth = 0;
    for (int i = 0; i < queryString.length(); i++) {
      char c = queryString.charAt(i);
      if (c == '{' || c == '(' || c == '[') {
        depth++;
      } else if (c == '}' || c == ')' || c == ']') {
        depth--;
      }
      if (depth > DEEPEST) {
        ServletOps.errorBadRequest(
            "The query has more than " + DEEPEST + " brackets open at once.");
      }
    }
  }

  @Override
  protected void validateQuery(HttpAction action, Query query) {
    super.validateQuery(action, query);
    try {
      Gate.check(query);
    } catch (Gate.Refused e) {
      ServletOps.errorForbidden("The query is refused: it has " + e.getMessage() + ".");
    }
  }

  @Override
  protected DatasetGraph getDataset(HttpAction action) {
    return data(action);
  }

  @Override
  protected void sendResults(HttpAction action, QueryExecResult result, Prologue prologue) {
    QueryExecResult bounded =
        result.isRowSet()
            ? new QueryExecResult(new BoundedRows(result.rowSet(), limits, response(action)))
            : result;
    super.sendResults(action, bounded, prologue);
  }

  private static DatasetGraph data(HttpAction action) {
    return (DatasetGraph) action.getRequest().getAttribute(DATA);
  }

  private static HeldResponse response(HttpAction action) {
    return (HeldResponse) action.getRequest().getAttribute(RESPONSE);
  }
}
