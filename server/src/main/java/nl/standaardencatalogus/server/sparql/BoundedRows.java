package nl.standaardencatalogus.server.sparql;

import java.util.List;
import nl.standaardencatalogus.server.http.Problem;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/**
 * Answers to a query that tell the response when there are too many or when time is up. Fuseki
 * would end such an answer with a remark in the text and call it complete.
 */
final class BoundedRows implements RowSet {
  private final RowSet rows;
  private final Limits limits;
  private final Watch watch;
  private final HeldResponse response;

  /** The same answers, bounded. */
  BoundedRows(RowSet rows, Limits limits, Watch watch, HeldResponse response) {
    this.rows = rows;
    this.limits = limits;
    this.watch = watch;
    this.response = response;
  }

  @Override
  public boolean hasNext() {
    try {
      return rows.hasNext();
    } catch (QueryCancelledException e) {
      response.fail(watch.why());
      throw e;
    }
  }

  @Override
  public Binding next() {
    try {
      Binding row = rows.next();
      if (rows.getRowNumber() > limits.rows()) {
        response.fail(tooMany());
        throw new QueryCancelledException();
      }
      return row;
    } catch (QueryCancelledException e) {
      response.fail(watch.why());
      throw e;
    }
  }

  private Problem tooMany() {
    return Problem.of(
            403,
            "The query has more than "
                + limits.rows()
                + " answers. Ask for fewer at a time (LIMIT).")
        .with("limit", "rows")
        .with("rows", limits.rows());
  }

  @Override
  public List<Var> getResultVars() {
    return rows.getResultVars();
  }

  @Override
  public long getRowNumber() {
    return rows.getRowNumber();
  }

  @Override
  public void close() {
    rows.close();
  }
}
