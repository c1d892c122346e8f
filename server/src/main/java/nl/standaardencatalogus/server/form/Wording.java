package nl.standaardencatalogus.server.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.shapes.Finding;
import nl.standaardencatalogus.shapes.FormShape.Field;
import nl.standaardencatalogus.shapes.FormShape.Kind;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;

/**
 * How what a rule says of a field is told to who fills it in. What is wrong is the rule's to say;
 * that something is missing, or is no day, is said in few words that go with the kind of field.
 *
 * @param within the field of which it is in a part; null for one of the thing itself
 */
record Wording(View view, Field field, Field within) {
  private static final Pattern ADDRESS = Pattern.compile("<([a-z]+:[^<> ]+)>");

  /** A property as who writes Turtle names it. */
  private static final Pattern TERM = Pattern.compile("\\b([a-z]+):([A-Za-z]+)");

  private static final Map<String, String> NAMESPACES =
      Map.of(
          "sc",
          SC.NS,
          "dct",
          DCTerms.NS,
          "skos",
          SKOS.uri,
          "dcat",
          DCAT.NS,
          "adms",
          "http://www.w3.org/ns/adms#",
          "foaf",
          FOAF.NS);

  /** Of which sort a date is, the form sees to. */
  private static final Pattern DATATYPE =
      Pattern.compile(", (met het datatype dat daarbij hoort|with the datatype that goes with it)");

  /** What is wrong in few words; empty where the words of the rule are needed. */
  Optional<String> brief(Finding finding) {
    Node value = finding.value();
    if (value == null && field.required()) {
      String key = "form.missing." + kind(field).name().toLowerCase(Locale.ROOT).replace('_', '-');
      return Optional.of(view.t(key, lower(label(field))));
    }
    return Optional.ofNullable(value)
        .filter(it -> field.kind() == Kind.DATE)
        .filter(it -> it.isLiteral() && !it.getLiteral().isWellFormed())
        .map(it -> view.t("form.wrong.date", it.getLiteralLexicalForm()));
  }

  /** How a part is filled in tells its first field. */
  private static Kind kind(Field field) {
    return field.kind() == Kind.PART ? kind(field.part().fields().get(0)) : field.kind();
  }

  /** The same away from the field, where it must be told which one it is about. */
  String inSummary(String text) {
    List<String> place = new ArrayList<>();
    if (within != null) {
      place.add(label(within));
    }
    if (field.kind() == Kind.DATE || field.kind() == Kind.DUTCH || field.kind() == Kind.TEXT) {
      place.add(place.isEmpty() ? label(field) : lower(label(field)));
    }
    String before = String.join(", ", place);
    boolean said = text.startsWith(label(field) + ":") || namesChoice();
    if (said) {
      before = within == null || namesChoice() ? "" : label(within);
    }
    return before.isEmpty() ? text : before + ": " + lower(text);
  }

  /** Whether the field alone says which part it is in, as the phase of a phase does. */
  private boolean namesChoice() {
    return within != null && label(within).equals(label(field));
  }

  private String label(Field of) {
    return of.label().in(view.language().tag());
  }

  private String lower(String text) {
    boolean word = text.length() > 1 && Character.isLowerCase(text.charAt(1));
    return word ? text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1) : text;
  }

  /** A text for who fills in a form: properties by their labels, and nothing of datatypes. */
  static String untermed(View view, String text) {
    return TERM.matcher(DATATYPE.matcher(text).replaceAll(""))
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    Optional.ofNullable(NAMESPACES.get(found.group(1)))
                        .map(it -> NodeFactory.createURI(it + found.group(2)))
                        .map(it -> "‘" + view.term(it) + "’")
                        .orElse(found.group())));
  }

  /** A text in which a thing of the catalogue is a link by its name, and no address. */
  static List<Link> linked(View view, String text) {
    List<Link> words = new ArrayList<>();
    Matcher matcher = ADDRESS.matcher(text);
    int from = 0;
    while (matcher.find()) {
      Link link = link(view, matcher.group(1));
      String before = text.substring(from, matcher.start());
      String name = link.label() + " ";
      words.add(
          new Link(
              before.endsWith(name) ? before.substring(0, before.length() - name.length()) : before,
              null));
      words.add(link);
      from = matcher.end();
    }
    words.add(new Link(text.substring(from), null));
    return words;
  }

  private static Link link(View view, String address) {
    boolean known = !view.called(address).equals(address);
    return known ? view.link(NodeFactory.createURI(address)) : new Link(address, null);
  }
}
