package nl.standaardencatalogus.server.sparql;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.QueryParseException;

/**
 * What is wrong with a text that is no SPARQL query, in words: the parser names the pieces that it
 * knows by the names of its grammar, and those of Jena's own language among them.
 *
 * @param line from one
 * @param column of the first character that cannot stand there, from one
 */
record Fault(long line, long column, String reason) {
  private static final Pattern PLACE = Pattern.compile("line (\\d{1,9}), column (\\d{1,9})");
  private static final Pattern FOUND =
      Pattern.compile("^Encountered \"(?: (?:<\\w+>|\"[^\"]*\") \"(.+?) \"\"|(<EOF>)\")");
  private static final Pattern STRAY =
      Pattern.compile("^Lexical error.* Encountered: (?:'?(\\d+)'? \\(\\d+\\)|(<EOF>))");
  private static final Pattern EXPECTED = Pattern.compile("(?:<(\\w+)>|\"(\\S+)\") \\.\\.\\.");

  /** More than these are no help. */
  private static final int MOST_TOLD = 9;

  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("IRIref", "an IRI"),
          Map.entry("PNAME_NS", "a prefixed name"),
          Map.entry("PNAME_LN", "a prefixed name"),
          Map.entry("BLANK_NODE_LABEL", "a blank node"),
          Map.entry("ANON", "a blank node"),
          Map.entry("VAR1", "a variable"),
          Map.entry("VAR2", "a variable"),
          Map.entry("NIL", "()"),
          Map.entry("true", "a value"),
          Map.entry("false", "a value"));

  private static final Pattern VALUE = Pattern.compile("(INTEGER|DECIMAL|DOUBLE|STRING).*");

  /** What ARQ reads beyond SPARQL 1.1, and this endpoint does not. */
  private static final Set<String> BEYOND =
      Set.of(
          "\\ufeff",
          "json",
          "version",
          "LET",
          "lateral",
          "semijoin",
          "antijoin",
          "unfold",
          "{|",
          "~",
          "<<",
          "<<(",
          "MOD",
          "IDIV");

  static Fault of(QueryParseException thrown) {
    String said = thrown.getMessage().replaceAll("\\s+", " ").trim();
    // The exception itself points at the last word that was right.
    Matcher place = PLACE.matcher(said);
    boolean told = place.find();
    return new Fault(
        Math.max(1, told ? Long.parseLong(place.group(1)) : thrown.getLine()),
        Math.max(1, told ? Long.parseLong(place.group(2)) : thrown.getColumn()),
        reason(said));
  }

  private static String reason(String said) {
    Matcher stray = STRAY.matcher(said);
    if (stray.find()) {
      String what = stray.group(1);
      return what == null
          ? "it ends within a word or a text that is not closed."
          : "«" + Character.toString(Integer.parseInt(what)) + "» cannot stand there.";
    }
    Matcher found = FOUND.matcher(said);
    if (!found.find()) {
      return said;
    }
    String what = found.group(1) == null ? "it ends" : "there is «" + found.group(1) + "»";
    Set<String> expected = expected(said.substring(found.end()));
    return expected.isEmpty() || expected.size() > MOST_TOLD
        ? what + " where that cannot be."
        : what + " where should be: " + String.join(" or ", expected) + ".";
  }

  private static Set<String> expected(String said) {
    Set<String> expected = new LinkedHashSet<>();
    Matcher each = EXPECTED.matcher(said);
    while (each.find()) {
      String kind = each.group(1);
      String word = each.group(2);
      String name = kind == null ? word : kind;
      if (KINDS.containsKey(name)) {
        expected.add(KINDS.get(name));
      } else if (kind != null) {
        expected.add(VALUE.matcher(kind).matches() ? "a value" : kind);
      } else if (!BEYOND.contains(word)) {
        expected.add(word.toUpperCase(Locale.ROOT));
      }
    }
    return expected;
  }
}
