package nl.standaardencatalogus.catalogue.question;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.query.Query;

/** The comment lines with which a file of the library begins. */
final class Header {
  private static final Set<String> ONCE =
      Set.of("number", "for", "title en", "about nl", "about en", "columns", "empty", "endpoint");
  private static final String PARAMETER = "parameter";

  private final String title;
  private final Map<String, List<String>> lines = new HashMap<>();

  private Header(String title) {
    this.title = title;
  }

  /** The question of a file; an {@link IllegalArgumentException} says what its header lacks. */
  static LibraryQuestion question(String name, Question file) {
    Header header = new Header(file.purpose());
    file.text()
        .lines()
        .skip(1)
        .takeWhile(line -> line.startsWith("#"))
        .forEach(line -> header.add(line.substring(1).strip()));
    return header.question(name, file.text(), file.query());
  }

  private void add(String line) {
    int colon = line.indexOf(':');
    String key = colon < 0 ? line : line.substring(0, colon);
    if (!ONCE.contains(key) && !key.equals(PARAMETER)) {
      throw new IllegalArgumentException("the header has no line \"" + key + "\"");
    }
    List<String> said = lines.computeIfAbsent(key, none -> new ArrayList<>());
    if (!said.isEmpty() && ONCE.contains(key)) {
      throw new IllegalArgumentException("the header says " + key + " twice");
    }
    said.add(line.substring(colon + 1).strip());
  }

  private LibraryQuestion question(String name, String text, Query query) {
    if (!query.isSelectType()) {
      throw new IllegalArgumentException("it is not a SELECT query");
    }
    List<Parameter> parameters =
        lines.getOrDefault(PARAMETER, List.of()).stream()
            .map(line -> Parameter.of(line, query.getPrefixMapping()))
            .toList();
    List<String> columns = columns();
    if (!columns.equals(query.getResultVars())) {
      throw new IllegalArgumentException(
          "the columns are " + columns + " and the query gives " + query.getResultVars());
    }
    Set<String> names = new HashSet<>(columns);
    for (Parameter parameter : parameters) {
      if (!names.add(parameter.name())) {
        throw new IllegalArgumentException("?" + parameter.name() + " is there twice");
      }
    }
    return new LibraryQuestion(
        name,
        number(),
        one(Audience.class, "for", said("for")),
        lines.containsKey("endpoint") ? endpoint(said("endpoint")) : Endpoint.STATE,
        new Bilingual(title, said("title en")),
        new Bilingual(said("about nl"), said("about en")),
        parameters,
        columns,
        empty(),
        text,
        query);
  }

  private String said(String key) {
    List<String> said = lines.getOrDefault(key, List.of());
    if (said.isEmpty() || said.get(0).isEmpty()) {
      throw new IllegalArgumentException("the header does not say \"" + key + "\"");
    }
    return said.get(0);
  }

  private int number() {
    try {
      return Integer.parseInt(said("number"));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("the number is no number: " + said("number"), e);
    }
  }

  private List<String> columns() {
    List<String> columns = new ArrayList<>();
    for (String column : said("columns").split(" ")) {
      if (!column.matches("\\?[a-z][A-Za-z]*")) {
        throw new IllegalArgumentException("this is no column: " + column);
      }
      columns.add(column.substring(1));
    }
    return List.copyOf(columns);
  }

  private Optional<Bilingual> empty() {
    if (!lines.containsKey("empty")) {
      return Optional.empty();
    }
    String[] parts = said("empty").split("\\|", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException("the reason for no rows must be in two languages");
    }
    return Optional.of(new Bilingual(parts[0].strip(), parts[1].strip()));
  }

  private static Endpoint endpoint(String said) {
    if (!said.equals("historie")) {
      throw new IllegalArgumentException("there is no endpoint \"" + said + "\"");
    }
    return Endpoint.HISTORY;
  }

  private static <E extends Enum<E>> E one(Class<E> type, String key, String said) {
    try {
      return Enum.valueOf(type, said.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("\"" + key + "\" cannot be \"" + said + "\"", e);
    }
  }
}
