package nl.standaardencatalogus.server.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.standaardencatalogus.server.sheet.Book.Cell;
import nl.standaardencatalogus.server.sheet.Book.Page;
import nl.standaardencatalogus.server.sheet.Book.Range;
import nl.standaardencatalogus.shapes.FormShape.Field;
import nl.standaardencatalogus.shapes.FormShape.Kind;
import org.apache.jena.graph.Node;

/**
 * What may be chosen in the cells of a file, on a page of its own: a column for each field, and in
 * it, where that differs, the choices of each standard below each other. For one thread.
 */
final class Choices {
  private final Naming naming;
  private final String name;
  private final String language;
  private final List<List<Cell>> lists = new ArrayList<>();
  private final List<String> headings = new ArrayList<>();
  private final Map<List<Object>, Range> ranges = new LinkedHashMap<>();
  private final Set<Node> met = new HashSet<>();

  /**
   * Nothing to choose yet.
   *
   * @param name of the page
   */
  Choices(Naming naming, String name, String language) {
    this.naming = naming;
    this.name = name;
    this.language = language;
  }

  /** Adds what may be chosen in a column, if anything, by who declares about these standards. */
  void add(Column column, List<Node> standards) {
    Field field = column.field();
    if (field == null || !met.add(field.path())) {
      return;
    }
    if (field.kind() == Kind.CODE) {
      begin(field);
      add(field, null, "");
    } else if (field.kind() == Kind.REFERENCE) {
      begin(field);
      standards.forEach(standard -> add(field, standard, standard));
    }
  }

  /** Adds the one thing that may be chosen in a column. */
  void add(Column column, String choice) {
    headings.add(column.heading().in(language));
    lists.add(List.of(Cell.text(choice)));
    ranges.put(List.of(column.role(), ""), new Range(name, lists.size() - 1, 2, 2, true));
  }

  private void begin(Field field) {
    headings.add(field.label().in(language));
    lists.add(new ArrayList<>());
  }

  private void add(Field field, Node standard, Object key) {
    List<Cell> list = lists.get(lists.size() - 1);
    List<String> choices = naming.texts(field, standard, language);
    if (choices.isEmpty()) {
      return;
    }
    if (field.many() && standard != null) {
      // Of which several may be chosen, those are copied from here: they must be found.
      list.add(Cell.heading(naming.of(standard, language)));
    }
    int from = list.size() + 2;
    choices.forEach(choice -> list.add(Cell.text(choice)));
    ranges.put(
        List.of(field.path(), key),
        new Range(name, lists.size() - 1, from, list.size() + 1, !field.many()));
  }

  /** What may be chosen in every row of a column; null where that differs or anything goes. */
  Range ofColumn(Column column) {
    Object of = column.field() == null ? column.role() : column.field().path();
    return ranges.get(List.of(of, ""));
  }

  /** What may be chosen in a cell about a standard; null for what holds for its column. */
  Range ofCell(Column column, Node standard) {
    return ranges.get(List.of(column.field().path(), standard));
  }

  /** The page with all of it. */
  Page page() {
    List<List<Cell>> cells = new ArrayList<>();
    cells.add(headings.stream().map(Cell::heading).toList());
    int longest = lists.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < longest; i++) {
      int place = i;
      cells.add(
          lists.stream()
              .map(list -> place < list.size() ? list.get(place) : Cell.text(""))
              .toList());
    }
    return new Page(
        name,
        0,
        headings.stream().map(it -> new Book.Column(44, Book.Kind.TEXT, null)).toList(),
        cells);
  }
}
