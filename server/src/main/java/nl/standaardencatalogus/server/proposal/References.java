package nl.standaardencatalogus.server.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.form.FormView.Choice;
import nl.standaardencatalogus.server.form.FormView.Choices;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.shapes.FormShape;
import nl.standaardencatalogus.shapes.FormShape.Field;
import nl.standaardencatalogus.shapes.FormShape.Kind;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/**
 * How people write what a field refers to: by its name, with what tells it from others behind it.
 * It is typed, with suggestions that a browser has without script, as there is too much to choose
 * from.
 */
final class References implements Choices {
  private static final Pattern WRITTEN = Pattern.compile(".*\\(([a-z]+/[^() ]+)\\)");
  private static final String ID = Iris.BASE + "id/";

  private final View view;
  private final Submission draft;
  private final Map<String, String> names;

  /**
   * References of a form.
   *
   * @param draft what the form is part of, of which new records can be referred to; null for none
   */
  References(View view, Submission draft) {
    this.view = view;
    this.draft = draft;
    this.names = draft == null ? Map.of() : names(view, draft);
  }

  /** What a reference is written as; what is none stays as it is. */
  String written(String iri) {
    String name = names.get(iri);
    if (name == null) {
      name = view.called(iri);
    }
    return tail(iri).isEmpty() || name.equals(iri) ? iri : name + " (" + tail(iri) + ")";
  }

  /** The IRI of what somebody wrote; what is no reference stays as it is, for the rules. */
  static String iri(String written) {
    Matcher matcher = WRITTEN.matcher(written.strip());
    return matcher.matches() ? Iris.thingAt(matcher.group(1)).getURI() : written;
  }

  private static String tail(String iri) {
    return Stream.of(ID, Iris.TOOI)
        .filter(iri::startsWith)
        .map(base -> iri.substring(base.length()))
        .findFirst()
        .orElse("");
  }

  /** The names of what is in the draft and nowhere else yet. */
  private static Map<String, String> names(View view, Submission draft) {
    return draft.changes().stream()
        .filter(it -> it.based() == 0 && !it.ends())
        .collect(Collectors.toMap(it -> it.record().getURI(), it -> it.name(view), (a, b) -> a));
  }

  @Override
  public List<Choice> apply(Field field, List<String> texts) {
    if (field.kind() == Kind.YES_NO) {
      return Stream.of("true", "false", "").map(it -> answer(it, texts)).toList();
    }
    return field.kind() != Kind.CODE
        ? List.of()
        : field.codes().stream().map(code -> choice(code, texts, lists(field).size() > 1)).toList();
  }

  private Choice answer(String value, List<String> texts) {
    String key = value.isEmpty() ? "form.unsaid" : "form." + value;
    boolean chosen =
        value.isEmpty() ? texts.stream().allMatch(String::isBlank) : texts.contains(value);
    return new Choice("", value, view.t(key), null, chosen);
  }

  /** The lists that the codes of a field are of. */
  private Set<Node> lists(Field field) {
    return field.codes().stream().flatMap(this::lists).collect(Collectors.toSet());
  }

  private Stream<Node> lists(Node code) {
    return view.snapshot().graph().stream(code, SKOS.inScheme.asNode(), Node.ANY)
        .map(Triple::getObject);
  }

  /**
   * One code.
   *
   * @param mixed whether another list may have one of the same name
   */
  private Choice choice(Node code, List<String> texts, boolean mixed) {
    String value = code.isURI() ? code.getURI() : code.getLiteralLexicalForm();
    String name = code.isURI() ? named(code) : value;
    String list = mixed ? lists(code).map(view::name).sorted().collect(Collectors.joining()) : "";
    String label = list.isEmpty() ? name : list + ": " + name;
    return new Choice(
        "", value, label, code.isURI() ? view.meaning(code) : null, texts.contains(value));
  }

  /** A code by its name; what is none, such as a kind of relation, by what it is as a term. */
  private String named(Node code) {
    return view.called(code.getURI()).equals(code.getURI()) ? view.term(code) : view.name(code);
  }

  @Override
  public String list(Field field) {
    return field.kind() == Kind.REFERENCE ? id(suggested(field)) : null;
  }

  @Override
  public boolean translates() {
    return true;
  }

  /** What is suggested where anything may be referred to, is what relations mostly go to. */
  private static List<Node> suggested(Field field) {
    return field.types().isEmpty()
        ? List.of(SC.STANDARD_CLASS, SC.ARCHITECTURE_ELEMENT_CLASS)
        : field.types();
  }

  private static String id(List<Node> types) {
    return types.stream().map(Iris::lastSegment).collect(Collectors.joining("-", "lijst-", ""));
  }

  /** All suggestions that a form needs, each list once. */
  List<EditPage.Suggestions> suggestions(FormShape form) {
    Map<String, List<Node>> types = new LinkedHashMap<>();
    types(form, types);
    return types.entrySet().stream()
        .map(each -> new EditPage.Suggestions(each.getKey(), things(each.getValue())))
        .toList();
  }

  private static void types(FormShape form, Map<String, List<Node>> types) {
    for (Field field : form.fields()) {
      if (field.kind() == Kind.PART) {
        types(field.part(), types);
      } else if (field.kind() == Kind.REFERENCE) {
        types.put(id(suggested(field)), suggested(field));
      }
    }
  }

  private List<String> things(List<Node> types) {
    List<Node> things = new ArrayList<>();
    types.forEach(type -> things.addAll(ofType(view.snapshot().graph(), type)));
    if (draft != null) {
      for (Proposed each : draft.changes()) {
        Graph graph = each.graph();
        types.stream()
            .filter(type -> graph.contains(each.record(), RDF.type.asNode(), type))
            .forEach(type -> things.add(each.record()));
      }
    }
    return things.stream()
        .distinct()
        .map(Node::getURI)
        .map(this::written)
        .sorted(Comparator.comparing(String::toLowerCase))
        .toList();
  }

  private static List<Node> ofType(Graph graph, Node type) {
    return graph.find(Node.ANY, RDF.type.asNode(), type).mapWith(Triple::getSubject).toList();
  }
}
