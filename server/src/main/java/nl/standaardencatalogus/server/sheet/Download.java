package nl.standaardencatalogus.server.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.server.form.Typed;
import nl.standaardencatalogus.server.page.Texts;
import nl.standaardencatalogus.server.sheet.Book.Cell;
import nl.standaardencatalogus.server.sheet.Book.Kind;
import nl.standaardencatalogus.server.sheet.Book.Page;
import nl.standaardencatalogus.server.sheet.Column.Role;
import nl.standaardencatalogus.shapes.FormShape;
import nl.standaardencatalogus.shapes.FormShape.Field;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;

/**
 * The declarations of a municipality as a file: those that there are, and a blank row for what it
 * could declare. Beside them what the columns mean, what may be chosen, and the keys of all other
 * standards. For one thread.
 */
public final class Download {
  private static final Node MEANING = SKOS.definition.asNode();

  private final Columns columns;
  private final FormShape form;
  private final Naming naming;
  private final Graph state;
  private final Texts texts;
  private final String language;

  /** One in a language, of a state. */
  public Download(Columns columns, Naming naming, Graph state, Texts texts, String language) {
    this.columns = columns;
    this.form = columns.form();
    this.naming = naming;
    this.state = state;
    this.texts = texts;
    this.language = language;
  }

  /**
   * What becomes a row.
   *
   * @param about the standard, or the version where the declaration is about one
   * @param graph what it says; empty when there is none yet
   * @param revision the number of its revision; 0 when there is none
   * @param force how the standard binds, in words; may be blank
   */
  public record Entry(
      Node record, Node standard, Node about, Graph graph, long revision, String force) {}

  private record Made(Entry entry, Row row) {}

  /**
   * The file.
   *
   * @param others the keys by which other standards could be declared, by their names
   */
  public byte[] write(SheetFile file, List<Entry> entries, Map<String, String> others) {
    List<Made> rows = entries.stream().map(entry -> new Made(entry, row(entry))).toList();
    List<Column> all = columns(rows);
    Choices choices = new Choices(naming, texts.get("sheet.page.choices"), language);
    List<Node> standards = entries.stream().map(Entry::standard).distinct().toList();
    choices.add(columns.the(Role.CONFIRM), texts.get("sheet.confirm.yes"));
    all.forEach(column -> choices.add(column, standards));
    return file.write(
        new Book(
            List.of(
                declarations(rows, all, choices),
                explanation(all),
                choices.page(),
                standards(others))));
  }

  private Row row(Entry entry) {
    Typed typed = Typed.of(form, entry.graph(), entry.record());
    return new Row(form, naming, entry.record(), entry.standard(), typed);
  }

  private List<Column> columns(List<Made> rows) {
    List<Column> all = new ArrayList<>();
    all.add(columns.the(Role.STANDARD));
    all.add(columns.the(Role.FORCE));
    all.add(columns.the(Role.CONFIRM));
    for (Field field : form.fields()) {
      int most = rows.stream().mapToInt(made -> made.row().parts(field)).max().orElse(0);
      all.addAll(Columns.of(field, most + 1));
    }
    if (rows.stream().anyMatch(made -> !left(made).isEmpty())) {
      all.add(columns.the(Role.LEFT_OUT));
    }
    all.add(columns.the(Role.KEY));
    all.add(columns.the(Role.REVISION));
    return all;
  }

  private String left(Made made) {
    return made.row().leftOut(made.entry().graph()).stream()
        .map(field -> field.label().in(language))
        .collect(Collectors.joining(", "));
  }

  private Page declarations(List<Made> rows, List<Column> all, Choices choices) {
    List<List<Cell>> cells = new ArrayList<>();
    cells.add(all.stream().map(column -> Cell.heading(column.heading().in(language))).toList());
    for (Made made : rows) {
      cells.add(all.stream().map(column -> cell(made, column, choices)).toList());
    }
    return new Page(
        texts.get("sheet.page.declarations"),
        1,
        all.stream().map(it -> new Book.Column(width(it), kind(it), choices.ofColumn(it))).toList(),
        cells,
        texts.get("sheet.hint", texts.get("sheet.page.explanation")));
  }

  private Cell cell(Made made, Column column, Choices choices) {
    Entry entry = made.entry();
    return switch (column.role()) {
      case KEY -> Cell.text(Key.of(entry.record()));
      case REVISION ->
          new Cell(entry.revision() == 0 ? "" : "" + entry.revision(), Kind.NUMBER, null);
      case STANDARD -> Cell.text(naming.of(entry.about(), language));
      case FORCE -> Cell.text(entry.force());
      // Never filled in here: what comes back as it was confirms nothing.
      case CONFIRM -> Cell.text("");
      case LEFT_OUT -> Cell.text(left(made));
      case FIELD ->
          new Cell(
              made.row().text(column, language),
              kind(column),
              choices.ofCell(column, entry.standard()));
    };
  }

  private static Kind kind(Column column) {
    if (column.role() == Role.REVISION) {
      return Kind.NUMBER;
    }
    boolean day = column.field() != null && column.field().kind() == FormShape.Kind.DATE;
    return day ? Kind.DAY : Kind.TEXT;
  }

  private static int width(Column column) {
    if (column.field() == null) {
      return column.role() == Role.STANDARD || column.role() == Role.KEY ? 36 : 20;
    }
    return switch (column.field().kind()) {
      case DATE -> 14;
      case DUTCH, WEB -> 44;
      default -> 26;
    };
  }

  private Page explanation(List<Column> all) {
    List<List<Cell>> cells = new ArrayList<>();
    cells.add(
        List.of(
            Cell.heading(texts.get("sheet.page.explanation")),
            Cell.heading(texts.get("sheet.explain.what"))));
    for (String part : List.of("rows", "parts", "absent", "added", "kept", "day", "back")) {
      cells.add(
          List.of(
              Cell.text(texts.get("sheet.explain." + part)),
              Cell.text(texts.get("sheet.explain." + part + ".text"))));
    }
    // The numbers that follow mean the same as the first.
    for (Column column : all.stream().filter(it -> it.index() <= 1).toList()) {
      cells.add(List.of(Cell.text(column.heading().in(language)), Cell.text(explained(column))));
    }
    all.stream()
        .filter(column -> column.field() != null)
        .map(column -> column.field())
        .filter(field -> field.kind() == FormShape.Kind.CODE)
        .distinct()
        .forEach(field -> codes(field).forEach(cells::add));
    List<Book.Column> two =
        List.of(new Book.Column(36, Kind.TEXT, null), new Book.Column(110, Kind.TEXT, null));
    return new Page(texts.get("sheet.page.explanation"), 0, two, cells);
  }

  private String explained(Column column) {
    if (column.field() == null) {
      return switch (column.role()) {
        case KEY -> texts.get("sheet.explain.key");
        case REVISION -> texts.get("sheet.explain.revision");
        case LEFT_OUT -> texts.get("sheet.explain.left");
        case CONFIRM -> texts.get("sheet.explain.confirm", texts.get("sheet.confirm.yes"));
        default -> texts.get("sheet.explain.read");
      };
    }
    Field field = column.field();
    String how =
        switch (field.kind()) {
          case DATE -> texts.get("sheet.explain.kind.day");
          case CODE -> texts.get("sheet.explain.kind.choice");
          case REFERENCE -> texts.get("sheet.explain.kind.choice");
          default -> "";
        };
    return Stream.of(
            help(column.group()),
            help(field),
            how,
            field.many() ? texts.get("sheet.explain.kind.many") : "",
            field.many() && field.kind() == FormShape.Kind.REFERENCE
                ? texts.get("sheet.explain.kind.several", texts.get("sheet.page.choices"))
                : "",
            field.length() > 0 ? texts.get("sheet.explain.kind.length", field.length()) : "")
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining(" "));
  }

  private String help(Field field) {
    String help = field == null || field.help() == null ? null : field.help().in(language);
    return help == null ? "" : help;
  }

  private List<List<Cell>> codes(Field field) {
    return field.codes().stream()
        .map(
            code ->
                List.of(
                    Cell.text(field.label().in(language) + ": " + naming.of(code, language)),
                    Cell.text(meaning(code))))
        .toList();
  }

  private String meaning(Node code) {
    return state
        .find(code, MEANING, Node.ANY)
        .mapWith(triple -> triple.getObject())
        .filterKeep(text -> text.getLiteralLanguage().equals(language))
        .mapWith(Node::getLiteralLexicalForm)
        .nextOptional()
        .orElse("");
  }

  private Page standards(Map<String, String> others) {
    List<List<Cell>> cells = new ArrayList<>();
    cells.add(
        List.of(
            Cell.heading(columns.the(Role.STANDARD).heading().in(language)),
            Cell.heading(texts.get("sheet.column.copy"))));
    others.forEach((name, key) -> cells.add(List.of(Cell.text(name), Cell.text(key))));
    List<Book.Column> two =
        List.of(new Book.Column(60, Kind.TEXT, null), new Book.Column(44, Kind.TEXT, null));
    return new Page(texts.get("sheet.page.standards"), 0, two, cells);
  }
}
