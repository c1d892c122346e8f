package nl.standaardencatalogus.server.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.shapes.FormShape.Field;
import nl.standaardencatalogus.shapes.FormShape.Kind;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;

/**
 * What codes, versions and the like are called in a cell, and which of them a cell means. A cell
 * may have a name in either language, the end of the IRI or the whole. What means nothing, or could
 * mean two things, stays as it is, for the rules to refuse. For one thread and one state.
 */
public final class Naming {
  private static final List<Node> NAMES = List.of(SKOS.prefLabel.asNode(), DCTerms.title.asNode());

  private final Graph state;
  private final Questions questions;
  private final Map<List<Object>, Map<String, String>> chosen = new HashMap<>();
  private final Map<List<Object>, Map<String, String>> meanings = new HashMap<>();

  /** The names in a state. */
  public Naming(Graph state, Questions questions) {
    this.state = state;
    this.questions = questions;
  }

  /** What a thing is called; the end of its IRI where it has no name. */
  String of(Node thing, String language) {
    String other = null;
    for (Node name : names(thing)) {
      if (name.getLiteralLanguage().equals(language)) {
        return name.getLiteralLexicalForm();
      }
      boolean better = other == null || name.getLiteralLanguage().equals("nl");
      other = better ? name.getLiteralLexicalForm() : other;
    }
    return other == null ? Iris.lastSegment(thing) : other;
  }

  private List<Node> names(Node thing) {
    List<Node> names = new ArrayList<>();
    for (Node property : NAMES) {
      state
          .find(thing, property, Node.ANY)
          .mapWith(triple -> triple.getObject())
          .filterKeep(Node::isLiteral)
          .forEachRemaining(names::add);
    }
    return names;
  }

  /** What may be chosen in a field of a declaration about a standard, by IRI with its label. */
  private Map<String, String> choices(Field field, Node standard) {
    return chosen.computeIfAbsent(
        List.of(field.path(), field.kind() == Kind.CODE ? "" : standard),
        none -> {
          Map<String, String> choices = new LinkedHashMap<>();
          if (field.kind() == Kind.CODE) {
            field.codes().forEach(code -> choices.put(code.getURI(), ""));
          } else if (field.kind() == Kind.REFERENCE) {
            String type = Iris.lastSegment(field.type());
            questions
                .select("form/" + type, state, Map.of("standard", standard))
                .forEach(row -> choices.put(row.get("thing").getURI(), row.text("label")));
          }
          return choices;
        });
  }

  /** Whether a value is one that may be chosen. */
  boolean fits(Field field, Node standard, String value) {
    return choices(field, standard).containsKey(value);
  }

  /** What may be chosen, in the words of a cell. */
  List<String> texts(Field field, Node standard, String language) {
    return choices(field, standard).keySet().stream()
        .map(iri -> text(field, standard, iri, language))
        .toList();
  }

  /** What a cell says for a value: a name, when that means nothing else; else the value itself. */
  String text(Field field, Node standard, String value, String language) {
    if (field.kind() != Kind.CODE && field.kind() != Kind.REFERENCE) {
      return value;
    }
    Node thing = NodeFactory.createURI(value);
    String name = names(thing).isEmpty() ? value : of(thing, language).strip();
    return value.equals(meanings(field, standard).get(plain(name))) ? name : value;
  }

  /** What a text in a cell means: an IRI when it names something, else the text. */
  String meant(Field field, Node standard, String said) {
    if (field.kind() != Kind.CODE && field.kind() != Kind.REFERENCE) {
      return said;
    }
    String meant = meanings(field, standard).get(plain(said));
    return meant == null || meant.isEmpty() ? said : meant;
  }

  /** IRIs by everything that they may be called; blank where it could be two. */
  private Map<String, String> meanings(Field field, Node standard) {
    return meanings.computeIfAbsent(
        List.of(field.path(), field.kind() == Kind.CODE ? "" : standard),
        none -> {
          Map<String, String> meanings = new HashMap<>();
          choices(field, standard)
              .forEach(
                  (iri, label) ->
                      calls(iri, label)
                          .forEach(name -> meanings.merge(name, iri, (one, other) -> "")));
          return meanings;
        });
  }

  private Set<String> calls(String iri, String label) {
    Node thing = NodeFactory.createURI(iri);
    Set<String> calls = new TreeSet<>();
    names(thing).forEach(name -> calls.add(plain(name.getLiteralLexicalForm())));
    calls.add(plain(label));
    calls.add(plain(iri));
    calls.add(plain(Iris.lastSegment(thing)));
    calls.remove("");
    return calls;
  }

  private static String plain(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
