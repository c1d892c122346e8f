package nl.standaardencatalogus.server.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.document.Vocabularies;
import org.apache.jena.graph.Node;

/** How the values of an answer are written: short, and leading to what shows them. */
public final class Cells {
  private static final Pattern DECLARED =
      Pattern.compile("(?i)\\bPREFIX\\s+([\\w.-]*):\\s*<([^>\\s]+)>");
  private static final Pattern LOCAL =
      Pattern.compile("[\\p{L}\\p{N}_]([\\p{L}\\p{N}_.-]*[\\p{L}\\p{N}_-])?");
  private static final int LONG = 300;

  private final View view;
  private final Map<String, String> prefixes = new LinkedHashMap<>();

  /**
   * A value as a table shows it.
   *
   * @param text what it says; empty for no value
   * @param whole all of it, where the text is shorter
   * @param language its language tag
   */
  public record Cell(String text, String href, String whole, String language, boolean number) {}

  /** Writes values with the prefixes of a query, and else with those of the catalogue. */
  Cells(View view, String query) {
    this.view = view;
    Matcher declared = DECLARED.matcher(query);
    while (declared.find()) {
      prefixes.putIfAbsent(declared.group(2), declared.group(1));
    }
    Vocabularies.prefixes().forEach((prefix, iri) -> prefixes.putIfAbsent(iri, prefix));
  }

  Cell cell(Node value) {
    if (value == null) {
      return new Cell("", null, null, null, false);
    }
    if (value.isURI()) {
      String text = brief(value.getURI());
      String whole = text.equals(value.getURI()) ? null : value.getURI();
      return new Cell(text, href(value), whole, null, false);
    }
    if (!value.isLiteral()) {
      return new Cell(
          value.isBlank() ? "_:" + value.getBlankNodeLabel() : value.toString(),
          null,
          null,
          null,
          false);
    }
    String text = value.getLiteralLexicalForm();
    String language = value.getLiteralLanguage();
    return new Cell(
        text.length() > LONG ? text.substring(0, LONG) + "…" : text,
        null,
        null,
        language.isEmpty() ? null : language,
        Columns.isNumber(value));
  }

  /** A value as text in a drawing. */
  String text(Node value) {
    return value.isURI()
        ? view.overview().names().containsKey(value) ? view.name(value) : brief(value.getURI())
        : Columns.isNumber(value) ? view.texts().number(Columns.number(value)) : cell(value).text();
  }

  private String brief(String iri) {
    for (Map.Entry<String, String> prefix : prefixes.entrySet()) {
      if (iri.startsWith(prefix.getKey())) {
        String local = iri.substring(prefix.getKey().length());
        if (LOCAL.matcher(local).matches()) {
          return prefix.getValue() + ":" + local;
        }
      }
    }
    return Stream.of(Iris.BASE, Iris.TOOI)
        .filter(iri::startsWith)
        .findFirst()
        .map(base -> "…/" + iri.substring(base.length()))
        .orElse(iri);
  }

  private String href(Node thing) {
    String page = view.link(thing).href();
    if (page != null) {
      return page;
    }
    if (thing.getURI().startsWith(Iris.BASE)) {
      return thing.getURI().substring(Iris.BASE.length() - 1);
    }
    return PagePaths.web(thing.getURI()) ? thing.getURI() : null;
  }
}
