package nl.standaardencatalogus.server.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.shapes.FormShape;
import nl.standaardencatalogus.shapes.FormShape.Field;
import nl.standaardencatalogus.shapes.FormShape.Kind;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * What stands in the fields of a form: texts by the names of the fields. Nothing is judged here:
 * what cannot be right becomes a value that the rules refuse, so that there is one place that says
 * what is wrong, and what was typed stays as it was.
 *
 * <p>A field is called after its property; one of a part of the record {@code
 * phase.fase-1.validFrom}, with the fragment of the part's IRI in it. A day is three fields more:
 * {@code .dag}, {@code .maand} and {@code .jaar}; what a cell of a sheet has in the place of a day,
 * and is none, is a text under the name itself.
 */
public final class Typed {
  private static final Pattern FRAGMENT = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");
  private static final Pattern ABSOLUTE =
      Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:[^ <>\"{}|\\\\^`]*");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,2}");
  private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
  private static final int DAY_LENGTH = 10;

  /** What follows the name of a part in the field that says that it is to go. */
  static final String REMOVED = ".weg";

  /** What follows the name of a Dutch text in the field with the same in English. */
  static final String ENGLISH = ".en";

  /** Stands in the names of fields for a dot in a fragment. */
  private static final char DOT = '~';

  private static final List<String> DAY = List.of(".jaar", ".maand", ".dag");

  private final Map<String, List<String>> texts;

  private Typed(Map<String, List<String>> texts) {
    this.texts = texts;
  }

  /** What was sent: the parameters of a request, whatever they are. */
  public static Typed of(Map<String, List<String>> parameters) {
    return new Typed(Map.copyOf(parameters));
  }

  /** What would have to be typed to get what a graph says of a thing. */
  public static Typed of(FormShape form, Graph graph, Node thing) {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    read(form, graph, thing, "", texts);
    return new Typed(texts);
  }

  /** The same, with a text in one more field. */
  public Typed with(String name, String text) {
    Map<String, List<String>> more = new LinkedHashMap<>(texts);
    more.put(name, List.of(text));
    return new Typed(more);
  }

  /** The texts of a field. */
  public List<String> texts(String name) {
    return texts.getOrDefault(name, List.of());
  }

  /** The text of a field; empty when there is none. */
  public String text(String name) {
    return texts(name).stream().findFirst().orElse("");
  }

  /** All names and texts. */
  public Map<String, List<String>> all() {
    return Collections.unmodifiableMap(texts);
  }

  /** The fragments of the parts that something was typed in, in the order of their names. */
  public List<String> parts(String name) {
    return met(name).stream().filter(fragment -> !isRemoved(name, fragment)).toList();
  }

  private boolean isRemoved(String name, String fragment) {
    return !text(part(name, fragment) + REMOVED).isEmpty();
  }

  private List<String> met(String name) {
    Set<String> fragments = new LinkedHashSet<>();
    String start = name + ".";
    texts.forEach(
        (key, values) -> {
          if (key.startsWith(start) && values.stream().anyMatch(value -> !value.isBlank())) {
            String written = key.substring(start.length()).split("\\.", 2)[0];
            String fragment = written.replace(DOT, '.');
            if (FRAGMENT.matcher(fragment).matches()) {
              fragments.add(fragment);
            }
          }
        });
    return fragments.stream().sorted().toList();
  }

  /** Those of all parts at any depth: a fragment is one thing in the whole record. */
  private Set<String> fragments() {
    Set<String> fragments = new LinkedHashSet<>();
    texts.forEach(
        (key, values) -> {
          // A row that was left empty is offered once more, under the name that it had.
          if (values.stream().anyMatch(value -> !value.isBlank())) {
            String[] steps = key.split("\\.");
            for (int i = 1; i < steps.length; i += 2) {
              fragments.add(steps[i].replace(DOT, '.'));
            }
          }
        });
    return fragments;
  }

  /** What the names of the fields of a part start with, without the last dot. */
  public static String part(String name, String fragment) {
    return name + "." + fragment.replace('.', DOT);
  }

  /** A fragment that no part of a field has yet. */
  public String freshPart(String name, Field field) {
    // One that is to go is taken too: what stood in it must not come back as a new one.
    Set<String> taken = fragments();
    String[] steps = name.split("\\.");
    String within = steps.length < 3 ? "" : steps[steps.length - 2].replace(DOT, '-') + "-";
    String stem = within + Iris.slugOf(field.label().nl());
    int number = 1;
    while (taken.contains(stem + "-" + number)) {
      number++;
    }
    return stem + "-" + number;
  }

  /**
   * A graph in which a thing has what was typed, and for the rest says what it said.
   *
   * @param base what it said before; is not changed
   */
  public Graph on(Graph base, FormShape form, Node thing) {
    Graph graph = GraphFactory.createDefaultGraph();
    base.find().forEach(graph::add);
    write(form, graph, thing, thing, "");
    return graph;
  }

  /** The same with what refers to other things written in another way. */
  public Typed referring(FormShape form, UnaryOperator<String> written) {
    Map<String, List<String>> changed = new LinkedHashMap<>(texts);
    changed.replaceAll(
        (name, values) -> refers(form, name) ? values.stream().map(written).toList() : values);
    return new Typed(changed);
  }

  /** Whether a name is that of a field that refers to other things. */
  private static boolean refers(FormShape form, String name) {
    String[] steps = name.split("\\.", 3);
    return form.fields().stream()
        .filter(field -> field.name().equals(steps[0]))
        .anyMatch(
            field ->
                field.kind() == Kind.PART
                    ? steps.length == 3 && refers(field.part(), steps[2])
                    : field.kind() == Kind.REFERENCE);
  }

  private static void read(
      FormShape form, Graph graph, Node thing, String prefix, Map<String, List<String>> texts) {
    for (Field field : form.fields()) {
      String name = prefix + field.name();
      english(field, graph, thing)
          .forEach(text -> texts.put(name + ENGLISH, List.of(text.getLiteralLexicalForm())));
      for (Node value : values(graph, thing, field)) {
        if (field.kind() == Kind.PART) {
          String fragment = value.getURI().substring(value.getURI().indexOf('#') + 1);
          read(field.part(), graph, value, part(name, fragment) + ".", texts);
        } else if (field.kind() == Kind.DATE) {
          String day = value.getLiteralLexicalForm();
          String[] parts = day.substring(0, Math.min(DAY_LENGTH, day.length())).split("-");
          for (int i = 0; i < DAY.size() && i < parts.length; i++) {
            texts.put(name + DAY.get(i), List.of(i == 0 ? parts[i] : stripped(parts[i])));
          }
        } else {
          String text = value.isURI() ? value.getURI() : written(field, value);
          texts.computeIfAbsent(name, none -> new ArrayList<>()).add(text);
        }
      }
    }
  }

  /** What stands in a field for a value; a yes is a yes however the record spells it. */
  private static String written(Field field, Node value) {
    return field.kind() == Kind.YES_NO && value.getLiteral().isWellFormed()
        ? String.valueOf(value.getLiteralValue())
        : value.getLiteralLexicalForm();
  }

  private static List<Node> english(Field field, Graph graph, Node thing) {
    return field.english()
        ? graph
            .find(thing, field.path(), Node.ANY)
            .mapWith(Triple::getObject)
            .filterKeep(text -> text.isLiteral() && text.getLiteralLanguage().equals("en"))
            .toList()
        : List.of();
  }

  private static String stripped(String number) {
    return number.startsWith("0") ? number.substring(1) : number;
  }

  private static List<Node> values(Graph graph, Node thing, Field field) {
    return graph.find(thing, field.path(), Node.ANY).mapWith(Triple::getObject).toList().stream()
        .filter(value -> field.kind() != Kind.DUTCH || isDutch(value))
        .filter(value -> field.kind() != Kind.PART || canBeTyped(value))
        .sorted((one, other) -> one.toString().compareTo(other.toString()))
        .toList();
  }

  private static boolean isDutch(Node value) {
    return value.isLiteral() && value.getLiteralLanguage().equals("nl");
  }

  /** Whether fields can be named after a part; what cannot be typed is left as it is. */
  private static boolean canBeTyped(Node part) {
    return part.isURI()
        && part.getURI().contains("#")
        && FRAGMENT.matcher(part.getURI().substring(part.getURI().indexOf('#') + 1)).matches();
  }

  private void write(FormShape form, Graph graph, Node record, Node thing, String prefix) {
    for (Field field : form.fields()) {
      String name = prefix + field.name();
      if (field.kind() == Kind.PART) {
        writeParts(field, graph, record, thing, name);
      } else {
        List<Node> before = values(graph, thing, field);
        before.forEach(old -> graph.delete(thing, field.path(), old));
        nodes(field, name).stream()
            .flatMap(value -> asBefore(field, value, before))
            .forEach(value -> graph.add(thing, field.path(), value));
        writeEnglish(field, graph, thing, name + ENGLISH);
      }
    }
  }

  /** A text that nobody changed keeps the language and spelling that it has and no field shows. */
  private static Stream<Node> asBefore(Field field, Node value, List<Node> before) {
    boolean free = field.kind() == Kind.TEXT && field.datatype() == null;
    List<Node> same =
        free || field.kind() == Kind.YES_NO
            ? before.stream()
                .filter(Node::isLiteral)
                .filter(old -> written(field, old).equals(written(field, value)))
                .toList()
            : List.of();
    return same.isEmpty() ? Stream.of(value) : same.stream();
  }

  private void writeEnglish(Field field, Graph graph, Node thing, String name) {
    if (!field.english() || !texts.containsKey(name)) {
      return;
    }
    english(field, graph, thing).forEach(old -> graph.delete(thing, field.path(), old));
    texts(name).stream()
        .map(text -> text.strip().replace("\r\n", "\n"))
        .filter(text -> !text.isEmpty())
        .forEach(text -> graph.add(thing, field.path(), NodeFactory.createLiteralLang(text, "en")));
  }

  private void writeParts(Field field, Graph graph, Node record, Node thing, String name) {
    List<Node> typed = parts(name).stream().map(fragment -> part(record, fragment)).toList();
    for (Node old : values(graph, thing, field)) {
      if (!typed.contains(old)) {
        graph.delete(thing, field.path(), old);
        remove(field.part(), graph, old);
      }
    }
    for (String fragment : parts(name)) {
      Node part = part(record, fragment);
      graph.add(thing, field.path(), part);
      if (!graph.contains(part, RDF.type.asNode(), Node.ANY)) {
        graph.add(part, RDF.type.asNode(), field.part().type());
      }
      write(field.part(), graph, record, part, part(name, fragment) + ".");
    }
  }

  /** Takes a part out, and with it the parts that it has itself. */
  private static void remove(FormShape form, Graph graph, Node part) {
    form.fields().stream()
        .filter(field -> field.kind() == Kind.PART)
        .forEach(
            field -> values(graph, part, field).forEach(it -> remove(field.part(), graph, it)));
    graph.find(part, Node.ANY, Node.ANY).toList().forEach(graph::delete);
  }

  /** The part of a record with a fragment. */
  public static Node part(Node record, String fragment) {
    return NodeFactory.createURI(record.getURI() + "#" + fragment);
  }

  private List<Node> nodes(Field field, String name) {
    if (field.kind() == Kind.DATE) {
      String day = day(name);
      return day.isEmpty()
          ? List.of()
          : List.of(NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate));
    }
    // A browser ends lines in its own way, whatever the record has.
    return texts(name).stream()
        .map(text -> text.strip().replace("\r\n", "\n"))
        .filter(text -> !text.isEmpty())
        .distinct()
        .map(text -> node(field, text))
        .toList();
  }

  private static Node node(Field field, String text) {
    return switch (field.kind()) {
      case DUTCH -> NodeFactory.createLiteralLang(text, "nl");
      case TEXT, YES_NO -> text(field, text);
      case PERIOD -> period(text);
      // What can be no IRI must not be made one: as text the rules refuse it and show it.
      default ->
          ABSOLUTE.matcher(text).matches()
              ? NodeFactory.createURI(text)
              : NodeFactory.createLiteralString(text);
    };
  }

  /** A text, or a number and the like where the field is of such; the rules refuse what is none. */
  private static Node text(Field field, String text) {
    return field.datatype() == null
        ? NodeFactory.createLiteralString(text)
        : NodeFactory.createLiteralDT(
            text, TypeMapper.getInstance().getSafeTypeByName(field.datatype().getURI()));
  }

  /** A day, month or year by how it is written; what is none of them as text. */
  private static Node period(String text) {
    if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      return NodeFactory.createLiteralDT(text, XSDDatatype.XSDdate);
    }
    if (text.matches("[0-9]{4}-[0-9]{2}")) {
      return NodeFactory.createLiteralDT(text, XSDDatatype.XSDgYearMonth);
    }
    return text.matches("[0-9]{4}")
        ? NodeFactory.createLiteralDT(text, XSDDatatype.XSDgYear)
        : NodeFactory.createLiteralString(text);
  }

  /** The day that was typed, as far as it is one; empty when nothing was. */
  private String day(String name) {
    List<String> parts = DAY.stream().map(part -> text(name + part).strip()).toList();
    if (parts.stream().allMatch(String::isEmpty)) {
      // Where people type a day in one piece, what is none comes whole.
      return text(name).strip();
    }
    boolean day =
        YEAR.matcher(parts.get(0)).matches()
            && NUMBER.matcher(parts.get(1)).matches()
            && NUMBER.matcher(parts.get(2)).matches();
    return day
        ? String.format(
            Locale.ROOT,
            "%04d-%02d-%02d",
            Integer.valueOf(parts.get(0)),
            Integer.valueOf(parts.get(1)),
            Integer.valueOf(parts.get(2)))
        // As it was typed, and never in the order that could make it a day after all.
        : Stream.of(parts.get(2), parts.get(1), parts.get(0))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
  }
}
