package nl.standaardencatalogus.server.sheet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.standaardencatalogus.server.form.Typed;
import nl.standaardencatalogus.shapes.Finding;
import nl.standaardencatalogus.shapes.FormShape;
import nl.standaardencatalogus.shapes.FormShape.Field;
import nl.standaardencatalogus.shapes.FormShape.Kind;
import org.apache.jena.graph.Node;

/** Where in a row stands what a rule says something of. For one thread. */
public final class Places {
  private final FormShape form;
  private final Node record;
  private final Row.Edit edit;

  /**
   * The places in a row.
   *
   * @param edit what would stand in the form with what is filled in
   */
  public Places(FormShape form, Node record, Row.Edit edit) {
    this.form = form;
    this.record = record;
    this.edit = edit;
  }

  /** The column that a finding is about; empty when it is about none that people fill in. */
  public Optional<Column> of(Finding finding) {
    for (Field field : form.fields()) {
      Optional<Column> column =
          field.kind() == Kind.PART ? ofPart(finding, field) : ofField(finding, field);
      if (column.isPresent()) {
        return column;
      }
    }
    return Optional.empty();
  }

  private Optional<Column> ofField(Finding finding, Field field) {
    return finding.focus().equals(record) && field.path().equals(finding.path())
        ? Columns.of(field, 0).stream().findFirst()
        : Optional.empty();
  }

  private Optional<Column> ofPart(Finding finding, Field field) {
    if (!finding.focus().equals(record)) {
      return index(finding.focus(), field)
          .flatMap(index -> at(field, index).stream().filter(it -> fits(it, finding)).findFirst());
    }
    return field.path().equals(finding.path())
        ? amongParts(finding.value(), field)
        : Optional.empty();
  }

  private static boolean fits(Column column, Finding finding) {
    return finding.path() == null || column.field().path().equals(finding.path());
  }

  /** About the parts together, or about there being none. */
  private Optional<Column> amongParts(Node value, Field field) {
    if (value == null) {
      return at(field, 1).stream().findFirst();
    }
    // What sets one part against the others is the time that it is about.
    return index(value, field)
        .flatMap(index -> firstDay(at(field, index)))
        .or(() -> saying(value, field))
        .or(() -> at(field, 1).stream().findFirst());
  }

  private static Optional<Column> firstDay(List<Column> columns) {
    return columns.stream()
        .filter(column -> column.field().kind() == Kind.DATE)
        .findFirst()
        .or(() -> columns.stream().findFirst());
  }

  /** The column in which a part says a value: of several, the one that is furthest to the right. */
  private Optional<Column> saying(Node value, Field field) {
    String text = value.isURI() ? value.getURI() : value.getLiteralLexicalForm();
    for (Field inner : field.part().fields()) {
      Optional<Integer> index =
          edit.parts().get(field.name()).entrySet().stream()
              .filter(part -> says(field, part.getKey(), inner, text))
              .map(Map.Entry::getValue)
              .max(Integer::compare);
      if (index.isPresent()) {
        return at(field, index.get()).stream()
            .filter(column -> column.field().equals(inner))
            .findFirst();
      }
    }
    return Optional.empty();
  }

  private boolean says(Field field, String fragment, Field inner, String text) {
    String name = Typed.part(field.name(), fragment) + "." + inner.name();
    return inner.kind() == Kind.DATE
        ? Row.day(edit.typed(), name).equals(text)
        : edit.typed().texts(name).contains(text);
  }

  private Optional<Integer> index(Node part, Field field) {
    return edit.parts().get(field.name()).entrySet().stream()
        .filter(it -> Typed.part(record, it.getKey()).equals(part))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static List<Column> at(Field field, int index) {
    return Columns.of(field, index).stream().filter(column -> column.index() == index).toList();
  }
}
