package nl.standaardencatalogus.server.sheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.standaardencatalogus.server.page.Language;
import nl.standaardencatalogus.server.page.Texts;
import nl.standaardencatalogus.server.sheet.Column.Role;
import nl.standaardencatalogus.shapes.FormShape;
import nl.standaardencatalogus.shapes.FormShape.Field;
import nl.standaardencatalogus.shapes.FormShape.Kind;
import nl.standaardencatalogus.shapes.FormShape.Text;

/**
 * Which columns there are: those that the form asks for, in its order. A field with parts, such as
 * the phases, has its fields once for each part: „Fase 1: Geldig vanaf”. Safe for any number of
 * threads.
 */
public final class Columns {
  /** More parts than that no record can have in a sheet; those that it has stay as they are. */
  private static final int MOST_PARTS = 60;

  private final FormShape form;
  private final Map<Role, Column> others = new EnumMap<>(Role.class);
  private final Map<String, Column> byHeading = new HashMap<>();
  private final Set<String> companions = new HashSet<>();

  /** The columns for a form. */
  public Columns(FormShape form) {
    this.form = form;
    Texts nl = new Texts(Language.NL);
    Texts en = new Texts(Language.EN);
    other(Role.KEY, new Text(nl.get("sheet.column.key"), en.get("sheet.column.key")));
    other(
        Role.REVISION, new Text(nl.get("sheet.column.revision"), en.get("sheet.column.revision")));
    other(Role.STANDARD, new Text(nl.get("standard"), en.get("standard")));
    other(Role.FORCE, new Text(nl.get("axis.vng"), en.get("axis.vng")));
    other(Role.CONFIRM, new Text(nl.get("mine.confirm"), en.get("mine.confirm")));
    other(Role.LEFT_OUT, new Text(nl.get("sheet.column.left"), en.get("sheet.column.left")));
    for (String page : List.of("explanation", "choices", "standards")) {
      companions.add(plain(nl.get("sheet.page." + page)));
      companions.add(plain(en.get("sheet.page." + page)));
    }
    others.values().forEach(this::remember);
    form.fields().forEach(field -> of(field, MOST_PARTS).forEach(this::remember));
  }

  private void other(Role role, Text heading) {
    others.put(role, new Column(role, null, 0, null, heading));
  }

  private void remember(Column column) {
    byHeading.put(plain(column.heading().nl()), column);
    byHeading.put(plain(column.heading().in("en")), column);
  }

  private static String plain(String heading) {
    return heading.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  /** What the form asks. */
  FormShape form() {
    return form;
  }

  /** The column with a role of which there is one. */
  public Column the(Role role) {
    return others.get(role);
  }

  /** Whether a worksheet is called as one that comes along with the declarations. */
  boolean comesAlong(String page) {
    return companions.contains(plain(page));
  }

  /** The column under a heading, in either language. */
  Optional<Column> under(String heading) {
    return Optional.ofNullable(byHeading.get(plain(heading)));
  }

  /** The columns of a field, with room for so many parts. */
  static List<Column> of(Field field, int parts) {
    if (field.kind() != Kind.PART) {
      return List.of(new Column(Role.FIELD, null, 0, field, field.label()));
    }
    List<Column> columns = new ArrayList<>();
    for (int i = 1; i <= Math.min(parts, MOST_PARTS); i++) {
      for (Field inner : field.part().fields()) {
        // A part of a part has no place in a row; it stays as it is.
        if (inner.kind() != Kind.PART) {
          columns.add(new Column(Role.FIELD, field, i, inner, heading(field, i, inner)));
        }
      }
    }
    return columns;
  }

  private static Text heading(Field field, int index, Field inner) {
    String en = field.label().in("en") + " " + index + ": " + inner.label().in("en");
    return new Text(field.label().nl() + " " + index + ": " + inner.label().nl(), en);
  }
}
