package nl.standaardencatalogus.server.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.standaardencatalogus.server.form.Typed;
import nl.standaardencatalogus.shapes.FormShape;
import nl.standaardencatalogus.shapes.FormShape.Field;
import nl.standaardencatalogus.shapes.FormShape.Kind;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * A record as cells, and cells as what would have to be typed in its form. Only cells that say
 * something else than the record count: what a column cannot say, and what has no column, stays.
 *
 * <p>The parts of a field stand in the order of their first day, so that the phases read from left
 * to right. Which part is the second follows from the record, so a sheet needs no names of parts.
 * For one thread.
 */
public final class Row {
  private static final List<String> DAY = List.of(".jaar", ".maand", ".dag");

  private final FormShape form;
  private final Naming naming;
  private final Node record;
  private final Node standard;
  private final Typed typed;
  private final DayOrder days;
  private final Map<String, List<String>> fragments = new LinkedHashMap<>();

  /**
   * The row of a record.
   *
   * @param standard what the declaration is about
   * @param typed what stands in its form; nothing for a new one
   */
  public Row(FormShape form, Naming naming, Node record, Node standard, Typed typed) {
    this(form, naming, record, standard, typed, DayOrder.DUTCH);
  }

  /** The same, with cells of a sheet that has its days in some order. */
  public Row(
      FormShape form, Naming naming, Node record, Node standard, Typed typed, DayOrder days) {
    this.days = days;
    this.form = form;
    this.naming = naming;
    this.record = record;
    this.standard = standard;
    this.typed = typed;
    for (Field field : form.fields()) {
      if (field.kind() == Kind.PART) {
        List<String> parts = new ArrayList<>(typed.parts(field.name()));
        parts.sort(
            Comparator.comparing((String part) -> firstDay(field, part))
                .thenComparing(Comparator.naturalOrder()));
        fragments.put(field.name(), parts);
      }
    }
  }

  private String firstDay(Field field, String fragment) {
    return field.part().fields().stream()
        .filter(inner -> inner.kind() == Kind.DATE)
        .map(inner -> day(typed, Typed.part(field.name(), fragment) + "." + inner.name()))
        .filter(day -> !day.isEmpty())
        .min(Comparator.naturalOrder())
        .orElse("");
  }

  /** The day that stands in a form under a name, as ISO 8601 has it; what is none as it is. */
  static String day(Typed typed, String name) {
    List<String> parts = DAY.stream().map(part -> typed.text(name + part)).toList();
    if (parts.stream().allMatch(String::isBlank)) {
      return typed.text(name);
    }
    String day = String.join("-", parts);
    return Days.of(day).map(LocalDate::toString).orElse(day);
  }

  /** How many parts it has of a field. */
  int parts(Field field) {
    return fragments.getOrDefault(field.name(), List.of()).size();
  }

  /** What its cell in a column says. */
  public String text(Column column, String language) {
    return values(column).stream()
        .map(value -> naming.text(column.field(), standard, value, language))
        .collect(Collectors.joining("\n"))
        .strip();
  }

  /** What a cell means, in the words of a language; for who compares the two. */
  public String text(Column column, String cell, String language) {
    return meant(column, cell).stream()
        .map(value -> naming.text(column.field(), standard, value, language))
        .collect(Collectors.joining("\n"));
  }

  private List<String> values(Column column) {
    return name(column).map(name -> values(column.field(), name)).orElse(List.of());
  }

  private List<String> values(Field field, String name) {
    if (field.kind() != Kind.DATE) {
      return typed.texts(name).stream().filter(text -> !text.isBlank()).toList();
    }
    String day = day(typed, name);
    return day.isEmpty() ? List.of() : List.of(day);
  }

  /** What the field of a column is called in the form; empty for a part that is not there. */
  private Optional<String> name(Column column) {
    if (column.group() == null) {
      return Optional.of(column.field().name());
    }
    List<String> parts = fragments.get(column.group().name());
    return column.index() > parts.size()
        ? Optional.empty()
        : Optional.of(name(column, parts.get(column.index() - 1)));
  }

  private static String name(Column column, String fragment) {
    return Typed.part(column.group().name(), fragment) + "." + column.field().name();
  }

  private List<String> meant(Column column, String cell) {
    Field field = column.field();
    if (cell.isBlank()) {
      return List.of();
    }
    if (field.kind() == Kind.DATE) {
      return List.of(days.day(column, cell).map(LocalDate::toString).orElse(cell.strip()));
    }
    List<String> texts =
        !field.many()
            ? List.of(cell)
            : List.of(cell.split(field.kind() == Kind.WEB ? "\\s+" : "\n"));
    return texts.stream()
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(text -> naming.meant(field, standard, text))
        .toList();
  }

  /** Whether a cell says something else than the record. */
  private boolean differs(Column column, String cell) {
    return !plain(meant(column, cell)).equals(plain(values(column)))
        && !cell.equals(text(column, "nl"))
        && !cell.equals(text(column, "en"));
  }

  /** In no order, and as a file that was opened and saved has them. */
  private static Set<String> plain(Collection<String> values) {
    return values.stream()
        .map(value -> value.replace("\r\n", "\n").replace('\r', '\n').strip())
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** What may be chosen in a cell that says something else; empty for one that does not. */
  public Optional<List<String>> choicesInstead(Column column, String cell, String language) {
    List<String> choices = naming.texts(column.field(), standard, language);
    boolean chosen = column.field().kind() == Kind.CODE || column.field().kind() == Kind.REFERENCE;
    boolean fits =
        meant(column, cell).stream().allMatch(it -> naming.fits(column.field(), standard, it));
    return chosen && !fits ? Optional.of(choices) : Optional.empty();
  }

  /** The columns whose cells say something else than the record. */
  public List<Column> differences(Map<Column, String> cells) {
    return cells.entrySet().stream()
        .filter(cell -> differs(cell.getKey(), cell.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * What would stand in the form with the cells.
   *
   * @param typed all of it
   * @param parts of each field with parts, by their fragments, the numbers of their columns
   */
  public record Edit(Typed typed, Map<String, Map<String, Integer>> parts) {}

  /** Fills in what the cells say, where that is something else. */
  public Edit with(Map<Column, String> cells) {
    Map<String, List<String>> texts = new LinkedHashMap<>(typed.all());
    Map<String, Map<String, Integer>> parts = new LinkedHashMap<>();
    fragments.forEach(
        (name, known) -> {
          Map<String, Integer> numbers = new LinkedHashMap<>();
          known.forEach(fragment -> numbers.put(fragment, numbers.size() + 1));
          parts.put(name, numbers);
        });
    Map<String, String> fresh = new LinkedHashMap<>();
    for (Column column : differences(cells)) {
      String name =
          name(column)
              .orElseGet(
                  () ->
                      name(
                          column,
                          fresh.computeIfAbsent(
                              column.group().name() + column.index(),
                              none -> add(column, texts, parts.get(column.group().name())))));
      put(texts, column.field(), name, meant(column, cells.get(column)));
    }
    return new Edit(Typed.of(texts), parts);
  }

  private static String add(
      Column column, Map<String, List<String>> texts, Map<String, Integer> parts) {
    Field group = column.group();
    // One whose cells were all cleared is taken too: what stood in it must not come back.
    Map<String, List<String>> taken = new LinkedHashMap<>(texts);
    parts
        .keySet()
        .forEach(known -> taken.put(Typed.part(group.name(), known) + ".", List.of(known)));
    String fragment = Typed.of(taken).freshPart(group.name(), group);
    parts.put(fragment, column.index());
    return fragment;
  }

  private static void put(
      Map<String, List<String>> texts, Field field, String name, List<String> values) {
    texts.remove(name);
    DAY.forEach(part -> texts.remove(name + part));
    if (values.isEmpty()) {
      return;
    }
    String[] day = values.get(0).split("-");
    if (field.kind() == Kind.DATE && isDay(values.get(0))) {
      for (int i = 0; i < day.length; i++) {
        texts.put(name + DAY.get(i), List.of(day[i]));
      }
    } else {
      texts.put(name, values);
    }
  }

  /** Whether it is a day as ISO 8601 has it, and no longer as somebody wrote it. */
  private static boolean isDay(String value) {
    return Days.of(value).filter(day -> day.toString().equals(value)).isPresent();
  }

  /** The fields of which a record says more than the sheet can. */
  Set<Field> leftOut(Graph graph) {
    Graph said = typed.on(GraphFactory.createDefaultGraph(), form, record);
    Set<Field> left = new LinkedHashSet<>();
    for (Field field : form.fields()) {
      boolean more = leaves(graph, said, record, field);
      if (field.kind() == Kind.PART) {
        for (String fragment : fragments.get(field.name())) {
          Node part = Typed.part(record, fragment);
          more |= field.part().fields().stream().anyMatch(it -> leaves(graph, said, part, it));
        }
      }
      if (more) {
        left.add(field);
      }
    }
    return left;
  }

  private static boolean leaves(Graph graph, Graph said, Node thing, Field field) {
    return graph
        .find(thing, field.path(), Node.ANY)
        .mapWith(Triple::getObject)
        .filterDrop(value -> said.contains(thing, field.path(), value))
        .hasNext();
  }
}
