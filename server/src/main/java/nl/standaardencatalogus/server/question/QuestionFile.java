package nl.standaardencatalogus.server.question;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.standaardencatalogus.server.http.Accept;
import nl.standaardencatalogus.server.http.ProblemException;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.RowSetStream;

/** What a question of the library comes in, besides its page. */
public enum QuestionFile {
  CSV("csv", "text/csv", true, answer -> rows(answer, ResultSetLang.RS_CSV)),
  JSON("json", "application/sparql-results+json", true, a -> rows(a, ResultSetLang.RS_JSON)),
  QUERY("rq", "application/sparql-query", true, QuestionFile::query),
  DESCRIPTION("ttl", "text/turtle", false, a -> QuestionDescription.of(a.question()));

  private static final String PAGE = "text/html";
  private static final List<String> TYPES =
      List.of(PAGE, CSV.type, JSON.type, "application/json", DESCRIPTION.type, QUERY.type);

  private final String suffix;
  private final String type;
  private final boolean ofAnswer;
  private final Function<LibraryAnswer, byte[]> writer;

  QuestionFile(
      String suffix, String type, boolean ofAnswer, Function<LibraryAnswer, byte[]> writer) {
    this.suffix = suffix;
    this.type = type;
    this.ofAnswer = ofAnswer;
    this.writer = writer;
  }

  /** The file that an address ends in. */
  public static Optional<QuestionFile> ofSuffix(String path) {
    return Arrays.stream(values()).filter(file -> path.endsWith("." + file.suffix)).findFirst();
  }

  /**
   * The file that suits a client better than the page does; empty when the page does.
   *
   * @throws ProblemException 406 when nothing suits it
   */
  public static Optional<QuestionFile> ofAccept(String header) {
    String best =
        Accept.best(header, TYPES)
            .orElseThrow(
                () ->
                    new ProblemException(
                        406, "A question comes as " + String.join(", ", TYPES) + "."));
    return best.equals("application/json")
        ? Optional.of(JSON)
        : Arrays.stream(values()).filter(file -> file.type.equals(best)).findFirst();
  }

  /** The end of its address, without the dot. */
  public String suffix() {
    return suffix;
  }

  /** Its media type. */
  public String type() {
    return type;
  }

  /** Whether it differs with the values that the question is asked with. */
  public boolean ofAnswer() {
    return ofAnswer;
  }

  /** The file itself. */
  public byte[] write(LibraryAnswer answer) {
    return writer.apply(answer);
  }

  private static byte[] rows(LibraryAnswer answer, Lang form) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(8192);
    List<Var> columns = answer.query().getProjectVars();
    RowSetWriterRegistry.getFactory(form)
        .create(form)
        .write(out, RowSetStream.create(columns, answer.rows().iterator()), ARQ.getContext());
    return out.toByteArray();
  }

  private static byte[] query(LibraryAnswer answer) {
    return text(answer).getBytes(StandardCharsets.UTF_8);
  }

  /** The query with the values in it, under the question and its IRI. */
  public static String text(LibraryAnswer answer) {
    return "# "
        + answer.question().title().nl()
        + "\n# "
        + answer.question().iri()
        + "\n"
        + answer.query();
  }
}
