package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.BadValue;
import nl.standaardencatalogus.catalogue.question.Endpoint;
import nl.standaardencatalogus.catalogue.question.LibraryQuestion;
import nl.standaardencatalogus.catalogue.question.Parameter;
import nl.standaardencatalogus.server.question.LibraryAnswer;
import nl.standaardencatalogus.server.question.QuestionFile;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * One question of the library: what it asks, a form for what it needs to know, and the answer.
 *
 * @param troubles what is wrong with what was filled in; empty when there is an answer
 * @param answer null when there are troubles
 */
public record QuestionPage(
    Frame frame,
    String title,
    String about,
    int number,
    String action,
    String iri,
    boolean history,
    List<Field> fields,
    List<Trouble> troubles,
    Shown answer,
    boolean sample) {
  /** So many rows are on the page; all of them are in the files. */
  static final int MOST_ROWS = 1_000;

  private static final int MOST_IN_A_SELECT = 40;
  private static final String NAME = "Name";

  /**
   * A field of the form.
   *
   * @param kind {@code select}, {@code list} (text with suggestions), {@code date}, {@code number}
   *     or {@code text}
   */
  public record Field(
      String name, String label, String kind, String value, List<Choice> choices, String trouble) {}

  /** A value to choose from. */
  public record Choice(String value, String label, boolean chosen) {}

  /** A value that is none, and the field it was given in. */
  public record Trouble(String field, String text) {}

  /** The answer as it is shown. */
  public record Shown(
      String summary,
      String state,
      String none,
      String more,
      List<Column> columns,
      List<List<Cell>> rows,
      List<Link> files,
      String workbench,
      String query) {}

  /** The head of a column. */
  public record Column(String label, boolean number) {}

  /** A value in the table; the language where it is not that of the page. */
  public record Cell(Link link, boolean number, String language) {}

  static QuestionPage of(View view, Filled filled, LibraryAnswer answer) {
    LibraryQuestion question = filled.question();
    String title = QuestionsPage.in(view, question.title());
    String path = QuestionsPage.PATH + "/" + question.name();
    List<Trouble> troubles =
        filled.wrong().stream()
            .map(bad -> new Trouble(bad.parameter().name(), trouble(view, bad)))
            .toList();
    return new QuestionPage(
        view.frame(
            troubles.isEmpty() ? title : view.t("question.wrong.title", title),
            QuestionsPage.SECTION,
            view.crumbs(
                view.section("questions", QuestionsPage.PATH),
                Link.text(view.t("question.number", question.number()))),
            filled.typed().isEmpty(),
            List.of(new Link(QuestionFile.DESCRIPTION.type(), path + ".ttl"))),
        title,
        QuestionsPage.in(view, question.about()),
        question.number(),
        view.language().prefix() + path,
        question.iri(),
        question.endpoint() == Endpoint.HISTORY,
        question.parameters().stream().map(p -> field(view, filled, p)).toList(),
        troubles,
        answer == null ? null : shown(view, filled, answer, path),
        question.ofDeclarations() && view.overview().sample());
  }

  private static String trouble(View view, BadValue bad) {
    Parameter parameter = bad.parameter();
    String label = QuestionsPage.in(view, parameter.label());
    if (bad.value() == null || bad.value().isEmpty()) {
      return view.t("question.wrong.missing", label);
    }
    return switch (parameter.type()) {
      case MEMBER, CONCEPT -> view.t("question.wrong.member", label, bad.value());
      case DATE -> view.t("question.wrong.date", label, bad.value());
      case INTEGER -> view.t("question.wrong.integer", label, bad.value());
      case TEXT -> view.t("question.wrong.text", label);
    };
  }

  private static Field field(View view, Filled filled, Parameter parameter) {
    String name = parameter.name();
    Node value = filled.values().get(name);
    Members members = filled.members().get(name);
    String typed = filled.typed().getOrDefault(name, "");
    String kind = kind(parameter, members, value);
    String shown =
        value == null ? typed : members == null ? parameter.text(value) : members.label(value);
    return new Field(
        name,
        QuestionsPage.in(view, parameter.label()),
        kind,
        shown,
        members == null ? List.of() : choices(parameter, members, value),
        filled.wrong().stream()
            .filter(bad -> bad.parameter().name().equals(name))
            .findFirst()
            .map(bad -> trouble(view, bad))
            .orElse(null));
  }

  /** What is no day and no number stays in its field, which a field for those would not allow. */
  private static String kind(Parameter parameter, Members members, Node value) {
    return switch (parameter.type()) {
      case MEMBER, CONCEPT -> members.nodes().size() > MOST_IN_A_SELECT ? "list" : "select";
      case DATE -> value == null ? "text" : "date";
      case INTEGER -> value == null ? "text" : "number";
      case TEXT -> "text";
    };
  }

  private static List<Choice> choices(Parameter parameter, Members members, Node value) {
    return members.nodes().stream()
        .map(node -> new Choice(parameter.text(node), members.label(node), node.equals(value)))
        .toList();
  }

  private static Shown shown(View view, Filled filled, LibraryAnswer answer, String path) {
    LibraryQuestion question = answer.question();
    List<String> columns = columns(question.columns());
    int rows = answer.rows().size();
    List<Link> files =
        List.of(QuestionFile.CSV, QuestionFile.JSON, QuestionFile.QUERY, QuestionFile.DESCRIPTION)
            .stream()
            .map(
                file ->
                    new Link(
                        view.texts().get("question.file." + file.suffix()),
                        view.href(
                            path
                                + "."
                                + file.suffix()
                                + (file.ofAnswer() ? filled.address() : ""))))
            .toList();
    return new Shown(
        view.t(rows == 1 ? "question.row" : "question.rows", rows),
        view.t("question.state", view.moment(answer.recorded()), answer.sequence()),
        rows > 0
            ? null
            : question
                .empty()
                .map(why -> QuestionsPage.in(view, why))
                .orElseGet(() -> view.t("question.none")),
        rows > MOST_ROWS ? view.t("question.more", MOST_ROWS) : null,
        columns.stream()
            .map(c -> new Column(view.texts().get("column." + c), numbers(answer, c)))
            .toList(),
        answer.rows().stream()
            .limit(MOST_ROWS)
            .map(row -> columns.stream().map(column -> cell(view, row, column)).toList())
            .toList(),
        files,
        workbench(view, answer),
        QuestionFile.text(answer));
  }

  private static boolean numbers(LibraryAnswer answer, String column) {
    return answer.rows().stream()
        .map(row -> row.get(Var.alloc(column)))
        .anyMatch(QuestionPage::isNumber);
  }

  /** The columns to show: a name that stands beside the thing it names is shown with that. */
  private static List<String> columns(List<String> all) {
    Set<String> things = Set.copyOf(all);
    List<String> columns = new ArrayList<>();
    for (String column : all) {
      String thing =
          column.endsWith(NAME) ? column.substring(0, column.length() - NAME.length()) : "";
      if (!things.contains(thing)) {
        columns.add(column);
      }
    }
    return columns;
  }

  private static Cell cell(View view, Binding row, String column) {
    Node value = row.get(Var.alloc(column));
    if (value == null) {
      return new Cell(Link.text(""), false, null);
    }
    if (value.isLiteral()) {
      return new Cell(
          Link.text(isNumber(value) ? number(view, value) : view.literal(value)),
          isNumber(value),
          dutch(view, value));
    }
    Node named = row.get(Var.alloc(column + NAME));
    Name known = view.overview().names().get(value);
    boolean english = view.language() == Language.EN && known != null && known.en() != null;
    String text =
        known != null || named == null ? text(view, value) : named.getLiteralLexicalForm();
    String language =
        view.language() == Language.NL || english || (known == null && named == null) ? null : "nl";
    return new Cell(new Link(text, href(view, value)), false, language);
  }

  private static String dutch(View view, Node literal) {
    boolean words =
        literal.getLiteralDatatypeURI().endsWith("#string")
            || literal.getLiteralLanguage().equals("nl");
    return words && view.language() != Language.NL ? "nl" : null;
  }

  private static String text(View view, Node thing) {
    String iri = thing.getURI();
    boolean web = PagePaths.web(iri) && !iri.startsWith(Iris.BASE) && !iri.startsWith(Iris.TOOI);
    return view.overview().names().containsKey(thing) || !web
        ? view.name(thing)
        : view.texts().getOr("term." + Slugs.of(thing), view.web(iri).label());
  }

  private static String href(View view, Node thing) {
    String page = view.link(thing).href();
    if (page != null) {
      return page;
    }
    Node record = Iris.recordOf(thing);
    if (!record.equals(thing) && view.overview().names().containsKey(record)) {
      return view.link(record).href();
    }
    return PagePaths.web(thing.getURI()) && !thing.getURI().startsWith(Iris.BASE)
        ? thing.getURI()
        : null;
  }

  private static boolean isNumber(Node value) {
    return value != null && value.isLiteral() && value.getLiteralValue() instanceof Number;
  }

  private static String number(View view, Node value) {
    return view.texts().number((Number) value.getLiteralValue());
  }

  private static String workbench(View view, LibraryAnswer answer) {
    boolean history = answer.question().endpoint() == Endpoint.HISTORY;
    return view.language().prefix()
        + (history ? "/sparql/historie" : "/sparql")
        + "?query="
        + Asked.encode(QuestionFile.text(answer))
        + (history || view.op() == null ? "" : "&asOf=" + view.op());
  }
}
