package nl.standaardencatalogus.catalogue.question;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;

/** Answers as the text that is kept beside a case. */
final class Csv {
  private Csv() {}

  /** The answers to a query, sorted unless the query does so. */
  static String of(Query query, List<Binding> bindings) {
    RowSet set = RowSetStream.create(query.getProjectVars(), bindings.iterator());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RowSetWriterRegistry.getFactory(ResultSetLang.RS_CSV)
        .create(ResultSetLang.RS_CSV)
        .write(out, set, ARQ.getContext());
    List<String> lines = new ArrayList<>(out.toString(StandardCharsets.UTF_8).lines().toList());
    if (!query.isOrdered()) {
      lines.subList(1, lines.size()).sort(null);
    }
    return String.join("\n", lines) + "\n";
  }
}
