package nl.standaardencatalogus.server.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.standaardencatalogus.server.sheet.Column.Role;
import nl.standaardencatalogus.shapes.FormShape;
import nl.standaardencatalogus.shapes.FormShape.Field;
import nl.standaardencatalogus.shapes.FormShape.Kind;

/**
 * The headings of a sheet beside those that it could have: which columns are missing, and under
 * which unknown heading one of them may stand.
 *
 * @param renamed the unknown heading that a missing column may have, by that column
 * @param unknown the other unknown headings
 * @param missing the fields that have no column
 * @param parted the columns that are missing where others of the same part are there
 */
public record Headings(
    Map<Column, String> renamed, List<String> unknown, List<Field> missing, List<Column> parted) {
  /** How much alike two headings must be, of 1, for somebody to have meant the other. */
  private static final double ALIKE = 0.6;

  /** What one that begins with the other is at least. */
  private static final double LONGER = 0.7;

  /** What has more signs is no heading. */
  private static final int LONGEST = 100;

  /** What it counts for to name the same numbered part, and to be asked for in any case. */
  private static final double SAME_PART = 0.6;

  private static final double REQUIRED = 0.2;

  private record Guess(Column column, String heading, double alike) {}

  /** Compares the headings of a sheet with those for a form. */
  public static Headings of(Sheet sheet, FormShape form, Columns columns) {
    Set<Column> lacking = new LinkedHashSet<>(expected(sheet, form, columns));
    lacking.removeAll(sheet.columns().values());
    Map<Column, String> renamed = new LinkedHashMap<>();
    sheet.unknown().stream()
        .flatMap(heading -> lacking.stream().map(it -> new Guess(it, heading, alike(it, heading))))
        .filter(guess -> guess.alike() >= ALIKE)
        .sorted(Comparator.comparing(Guess::alike).reversed())
        .forEach(
            guess -> {
              if (!renamed.containsValue(guess.heading())) {
                renamed.putIfAbsent(guess.column(), guess.heading());
              }
            });
    List<String> unknown = new ArrayList<>(sheet.unknown());
    unknown.removeAll(renamed.values());
    return new Headings(
        renamed,
        unknown,
        form.fields().stream()
            .filter(sheet::lacks)
            .filter(field -> renamed.keySet().stream().noneMatch(it -> isOf(it, field)))
            .toList(),
        lacking.stream()
            .filter(it -> it.group() != null && it.field().required())
            .filter(it -> !renamed.containsKey(it) && !sheet.lacks(it.group()))
            .toList());
  }

  private static boolean isOf(Column column, Field field) {
    return field.equals(column.group()) || field.equals(column.field());
  }

  /** The columns that a sheet is complete with: of parts those that it begins with. */
  private static List<Column> expected(Sheet sheet, FormShape form, Columns columns) {
    List<Column> expected = new ArrayList<>(List.of(columns.the(Role.REVISION)));
    for (Field field : form.fields()) {
      if (field.kind() != Kind.PART) {
        expected.addAll(Columns.of(field, 0));
      } else {
        Columns.of(field, Limits.MOST_COLUMNS).stream()
            .filter(column -> begins(sheet, column))
            .forEach(expected::add);
      }
    }
    return expected;
  }

  private static boolean begins(Sheet sheet, Column column) {
    return sheet.columns().values().stream()
            .anyMatch(it -> column.group().equals(it.group()) && column.index() == it.index())
        || sheet.unknown().stream().anyMatch(it -> isOfPart(column, it));
  }

  private static boolean isOfPart(Column column, String heading) {
    return column.group() != null
        && names(column).anyMatch(name -> plain(heading).startsWith(part(name)));
  }

  private static Stream<String> names(Column column) {
    return Stream.of(column.heading().nl(), column.heading().in("en")).map(Headings::plain);
  }

  private static String plain(String heading) {
    return heading.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  /** Of „fase 1: geldig vanaf” that it is about the first phase. */
  private static String part(String name) {
    return name.substring(0, name.indexOf(':') + 1);
  }

  private static double alike(Column column, String heading) {
    double required = column.field() != null && column.field().required() ? REQUIRED : 0;
    double most = names(column).mapToDouble(name -> alike(name, plain(heading))).max().orElse(0);
    return isOfPart(column, heading) ? SAME_PART + required + most : most;
  }

  private static double alike(String name, String heading) {
    if (heading.length() > LONGEST) {
      return 0;
    }
    int longest = Math.max(name.length(), heading.length());
    double alike = 1 - (double) distance(name, heading) / longest;
    boolean longer = heading.startsWith(name) || name.startsWith(heading) && heading.length() > 3;
    return longer ? Math.max(LONGER, alike) : alike;
  }

  /** How many signs are to be put in, taken out or replaced to make one of the other. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int before = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = before + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        before = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
