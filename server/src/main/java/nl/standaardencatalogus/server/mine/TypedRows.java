package nl.standaardencatalogus.server.mine;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.standaardencatalogus.server.sheet.Grid;

/**
 * What somebody typed and ticked, row by row: the cells of a row by the declaration and the
 * revision that it was made from. In a form the field {@code 7.key} names the row of all that begin
 * with 7.
 */
final class TypedRows {
  /** Under what it stands among the cells that a declaration still holds. */
  static final String TICK = "klopt";

  private static final String TICKED = "ja";
  private static final Pattern KEY = Pattern.compile("[a-z0-9./-]+@[0-9]{1,12}");

  private TypedRows() {}

  /** Reads a form. */
  static Map<String, Map<String, String>> of(Map<String, List<String>> parameters) {
    Map<String, Map<String, String>> rows = new HashMap<>();
    parameters.forEach(
        (name, values) -> {
          String number = name.substring(0, Math.max(0, name.indexOf('.')));
          List<String> key = parameters.getOrDefault(number + ".key", List.of());
          if (!number.isEmpty() && !key.isEmpty() && KEY.matcher(key.get(0)).matches()) {
            Map<String, String> cells = rows.computeIfAbsent(key.get(0), none -> new HashMap<>());
            cells.put(name.substring(number.length() + 1), values.get(0));
            cells.put(Grid.REVISION, revision(key.get(0)));
          }
        });
    return rows;
  }

  /** A new declaration has none. */
  private static String revision(String key) {
    String number = key.substring(key.lastIndexOf('@') + 1);
    return number.equals("0") ? "" : number;
  }

  /** The form in which they would be sent. */
  static Map<String, List<String>> fields(Map<String, Map<String, String>> rows) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    rows.forEach(
        (key, cells) -> {
          int number = fields.size();
          fields.put(number + ".key", List.of(key));
          cells.forEach(
              (name, text) -> {
                if (!name.equals(Grid.REVISION) && !name.equals("key")) {
                  fields.put(number + "." + name, List.of(text));
                }
              });
        });
    return fields;
  }

  /** Rows that are ticked, and nothing else, from boxes on another page. */
  static Map<String, Map<String, String>> ticked(List<String> boxes) {
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    boxes.stream()
        .flatMap(text -> Confirmation.of(text).stream())
        .forEach(
            it ->
                rows.put(
                    it.text(), Map.of(TICK, TICKED, Grid.REVISION, String.valueOf(it.based()))));
    return rows;
  }

  /** Of some rows, those of a declaration that is ticked as still right. */
  static List<Confirmation> ticks(Map<String, Map<String, String>> rows) {
    return rows.entrySet().stream()
        .filter(row -> isTicked(row.getValue()))
        .flatMap(row -> Confirmation.of(row.getKey()).stream())
        .toList();
  }

  static boolean isTicked(Map<String, String> cells) {
    return TICKED.equals(cells.get(TICK));
  }

  /** The rows by the declaration that each is about, with the key that it was typed under. */
  static Map<String, Map.Entry<String, Map<String, String>>> byDeclaration(
      Map<String, Map<String, String>> rows) {
    Map<String, Map.Entry<String, Map<String, String>>> all = new HashMap<>();
    rows.entrySet().forEach(row -> all.putIfAbsent(declaration(row.getKey()), row));
    return all;
  }

  /** The revision that each row was made from, by the declaration; 0 for a new one. */
  static Map<String, Long> revisions(Map<String, Map<String, String>> rows) {
    Map<String, Long> revisions = new HashMap<>();
    byDeclaration(rows)
        .forEach(
            (declaration, row) -> {
              String revision = row.getValue().getOrDefault(Grid.REVISION, "");
              revisions.put(declaration, revision.isEmpty() ? 0 : Long.parseLong(revision));
            });
    return revisions;
  }

  private static String declaration(String key) {
    return key.substring(0, key.lastIndexOf('@'));
  }

  /** The rows that say something else than there is, with all that are ticked. */
  static Map<String, Map<String, String>> withTicks(
      Map<String, Map<String, String>> different, Map<String, Map<String, String>> typed) {
    Map<String, Map<String, String>> rows = new LinkedHashMap<>(different);
    Map<String, Map<String, String>> ticks =
        ticked(ticks(typed).stream().map(Confirmation::text).toList());
    ticks.forEach(
        (key, tick) ->
            rows.merge(
                key,
                tick,
                (cells, same) -> {
                  Map<String, String> both = new LinkedHashMap<>(cells);
                  both.putAll(same);
                  return both;
                }));
    return rows;
  }
}
