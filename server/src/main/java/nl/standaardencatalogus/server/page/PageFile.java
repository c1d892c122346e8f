package nl.standaardencatalogus.server.page;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.function.BiFunction;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.http.Reads;
import nl.standaardencatalogus.server.table.Table;
import nl.standaardencatalogus.server.table.TableFile;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;

/**
 * What a page shows, as a file at its address with a suffix: {@code .csv} and {@code .ods} for a
 * spreadsheet, and {@code .ttl} and {@code .jsonld} where it is there in RDF.
 *
 * @param table the rows; throws what the page would throw
 * @param graph the same in RDF; null where it is not
 */
public record PageFile(
    Pages pages, BiFunction<View, Context, Table> table, BiFunction<View, Context, Graph> graph) {
  private static final String FORM = "form";
  private static final Map<String, Lang> SYNTAXES =
      Map.of("ttl", Lang.TURTLE, "jsonld", Lang.JSONLD);

  /** Adds the files of the page at a path to the routes, in both languages. */
  public void add(JavalinConfig config, String path) {
    for (Language language : Language.values()) {
      Reads.add(config, language.prefix() + path + ".{" + FORM + "}", this::send);
    }
  }

  private void send(Context context) {
    View view = pages.view(context);
    String suffix = context.pathParam(FORM);
    context.header("Cache-Control", "no-cache");
    Lang syntax = graph == null ? null : SYNTAXES.get(suffix);
    if (syntax != null) {
      context
          .contentType(syntax.getHeaderString() + ";charset=utf-8")
          .result(RDFWriter.source(graph.apply(view, context)).lang(syntax).asString());
      return;
    }
    TableFile form = TableFile.ofSuffix(suffix).orElseThrow(this::absent);
    Table rows = table.apply(view, context);
    context
        .contentType(form.type())
        .header(
            "Content-Disposition",
            "attachment; filename=\"" + rows.name() + "." + form.suffix() + "\"")
        .result(form.write(rows));
  }

  private ProblemException absent() {
    String forms = graph == null ? ".csv and .ods" : ".csv, .ods, .ttl and .jsonld";
    return new ProblemException(404, "It is there as " + forms + ".");
  }
}
