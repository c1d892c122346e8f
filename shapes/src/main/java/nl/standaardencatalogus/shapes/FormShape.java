package nl.standaardencatalogus.shapes;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.NodeConst;
import org.apache.jena.vocabulary.RDFS;

/**
 * What people are asked for about things of one class: read from the shapes, so that a property
 * that is added to them needs no form code. Asked are the properties whose shape has an order
 * (SHACL 1.0 §2.3.2.4); what has none the catalogue fills in itself.
 *
 * @param type the class
 * @param fields in the order in which they are asked
 * @param reasons why there are the rules that have a reason, by the IRI of the rule
 */
public record FormShape(Node type, List<Field> fields, Map<Node, Text> reasons) {
  private static final Pattern WEB = Pattern.compile("\\^https\\?://.*");
  private static final String DATE = "http://www.w3.org/2001/XMLSchema#date";
  private static final String BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean";

  public FormShape {
    fields = List.copyOf(fields);
    reasons = Map.copyOf(reasons);
  }

  /** How something is filled in. */
  public enum Kind {
    /** A line of text. */
    TEXT,
    /** Text in Dutch, of several lines. */
    DUTCH,
    /** A day. */
    DATE,
    /** A day, a month or a year. */
    PERIOD,
    /** Yes or no, or neither of them. */
    YES_NO,
    /** An address on the web. */
    WEB,
    /** One of the codes of a list. */
    CODE,
    /** Something else that is in the catalogue. */
    REFERENCE,
    /** A part of the record, with fields of its own. */
    PART
  }

  /**
   * One property that is asked for.
   *
   * @param label what it is called, in Dutch and English
   * @param help what to fill in; both null when that goes without saying
   * @param required whether there must be a value
   * @param sometimes whether there must be one when a rule about the whole says so
   * @param many whether there may be several
   * @param length how many characters at most; 0 when that is not said
   * @param codes the codes to choose from, for {@link Kind#CODE}
   * @param type the class of what is referred to; null when it is not a reference to one class
   * @param types the classes of what is referred to; none when it is not a reference, or one to
   *     anything
   * @param part what is asked for of a part; null when it is none
   * @param english whether a text in Dutch may have one in English beside it
   * @param datatype what a text must be of; null when that is not said
   */
  public record Field(
      Node path,
      Kind kind,
      Text label,
      Text help,
      boolean required,
      boolean sometimes,
      boolean many,
      int length,
      List<Node> codes,
      Node type,
      List<Node> types,
      FormShape part,
      boolean english,
      Node datatype) {
    public Field {
      types = List.copyOf(types);
      codes = List.copyOf(codes);
    }

    /** The last part of the property's IRI. */
    public String name() {
      String iri = path.getURI();
      return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
    }
  }

  /** Words in both languages; null where there are none. */
  public record Text(String nl, String en) {
    /** The words in a language; Dutch unless English is asked for. */
    public String in(String language) {
      return language.equals("en") && en != null ? en : nl;
    }
  }

  /** What is asked for about a class; throws when no shape is about it. */
  public static FormShape of(Rules rules, Node type) {
    return of(rules.graph(), type)
        .orElseThrow(() -> new NoSuchElementException("No shape has fields for " + type));
  }

  private static Optional<FormShape> of(Graph shapes, Node type) {
    Set<Node> demanded = CrossRecordRule.demanded(shapes, type);
    List<Field> fields =
        shapes.find(Node.ANY, SHACL.targetClass, type).mapWith(Triple::getSubject).toList().stream()
            .flatMap(shape -> objects(shapes, shape, SHACL.property).stream())
            .filter(property -> shapes.contains(property, SHACL.order, Node.ANY))
            .sorted(Comparator.comparingInt(property -> number(shapes, property, SHACL.order, 0)))
            .map(property -> field(shapes, property, demanded))
            .toList();
    return fields.isEmpty()
        ? Optional.empty()
        : Optional.of(new FormShape(type, fields, reasons(shapes)));
  }

  private static Map<Node, Text> reasons(Graph shapes) {
    return shapes
        .find(Node.ANY, RDFS.comment.asNode(), Node.ANY)
        .mapWith(Triple::getSubject)
        .toSet()
        .stream()
        .collect(
            Collectors.toMap(
                Function.identity(), shape -> text(shapes, shape, RDFS.comment.asNode())));
  }

  private static Field field(Graph shapes, Node property, Set<Node> demanded) {
    Node path = object(shapes, property, SHACL.path).orElseThrow();
    Node type = object(shapes, property, SHACL.class_).orElse(null);
    List<Node> types = types(shapes, property);
    Optional<FormShape> part = isPart(shapes, type) ? of(shapes, type) : Optional.empty();
    List<Node> codes =
        object(shapes, property, SHACL.in).map(list -> members(shapes, list)).orElse(List.of());
    boolean dutch = shapes.contains(property, SHACL.languageIn, Node.ANY);
    int least = number(shapes, property, dutch ? SHACL.qualifiedMinCount : SHACL.minCount, 0);
    boolean single = shapes.contains(property, SHACL.uniqueLang, NodeConst.nodeTrue);
    int most = number(shapes, property, SHACL.maxCount, single ? 1 : Integer.MAX_VALUE);
    return new Field(
        path,
        kind(shapes, property, !types.isEmpty(), part.isPresent(), !codes.isEmpty(), dutch),
        text(shapes, property, SHACL.name),
        text(shapes, property, SHACL.description),
        least > 0,
        demanded.contains(path),
        most > 1,
        number(shapes, property, SHACL.maxLength, 0),
        codes,
        type,
        types,
        part.orElse(null),
        dutch && most == 1 && speaksEnglish(shapes, property),
        object(shapes, property, SHACL.datatype).orElse(null));
  }

  private static boolean speaksEnglish(Graph shapes, Node property) {
    return objects(shapes, property, SHACL.languageIn).stream()
        .flatMap(list -> members(shapes, list).stream())
        .anyMatch(language -> language.getLiteralLexicalForm().equals("en"));
  }

  /**
   * Whether things of a class are parts of records: their addresses have a fragment. What has an
   * address of its own is referred to, whatever form it has.
   */
  private static boolean isPart(Graph shapes, Node type) {
    return type != null
        && shapes
            .find(Node.ANY, SHACL.targetClass, type)
            .mapWith(Triple::getSubject)
            .toList()
            .stream()
            .flatMap(shape -> objects(shapes, shape, SHACL.pattern).stream())
            .anyMatch(pattern -> pattern.getLiteralLexicalForm().contains("]+#["));
  }

  /** The classes that a value may have: one, one of some, or those of a shape with a name. */
  private static List<Node> types(Graph shapes, Node shape) {
    Optional<Node> type = object(shapes, shape, SHACL.class_);
    if (type.isPresent()) {
      return List.of(type.get());
    }
    Stream<Node> some =
        objects(shapes, shape, SHACL.or).stream().flatMap(list -> members(shapes, list).stream());
    Stream<Node> named = objects(shapes, shape, SHACL.node).stream();
    return Stream.concat(some, named)
        .flatMap(each -> types(shapes, each).stream())
        .distinct()
        .toList();
  }

  private static Kind kind(
      Graph shapes, Node property, boolean refers, boolean part, boolean codes, boolean dutch) {
    if (part) {
      return Kind.PART;
    }
    if (codes) {
      return Kind.CODE;
    }
    if (refers) {
      return Kind.REFERENCE;
    }
    if (dutch) {
      return Kind.DUTCH;
    }
    if (objects(shapes, property, SHACL.or).stream()
        .flatMap(list -> members(shapes, list).stream())
        .anyMatch(some -> isOf(shapes, some, DATE))) {
      return Kind.PERIOD;
    }
    if (isOf(shapes, property, DATE)) {
      return Kind.DATE;
    }
    if (isOf(shapes, property, BOOLEAN)) {
      return Kind.YES_NO;
    }
    if (object(shapes, property, SHACL.pattern)
        .filter(pattern -> WEB.matcher(pattern.getLiteralLexicalForm()).matches())
        .isPresent()) {
      return Kind.WEB;
    }
    return shapes.contains(property, SHACL.nodeKind, SHACL.IRI) ? Kind.REFERENCE : Kind.TEXT;
  }

  private static boolean isOf(Graph shapes, Node shape, String datatype) {
    return object(shapes, shape, SHACL.datatype)
        .filter(it -> it.getURI().equals(datatype))
        .isPresent();
  }

  private static Text text(Graph shapes, Node property, Node predicate) {
    return new Text(
        said(shapes, property, predicate, "nl"), said(shapes, property, predicate, "en"));
  }

  private static String said(Graph shapes, Node property, Node predicate, String language) {
    return objects(shapes, property, predicate).stream()
        .filter(text -> text.getLiteralLanguage().equals(language))
        .map(Node::getLiteralLexicalForm)
        .findFirst()
        .orElse(null);
  }

  private static int number(Graph shapes, Node property, Node predicate, int otherwise) {
    return object(shapes, property, predicate)
        .map(number -> Integer.parseInt(number.getLiteralLexicalForm()))
        .orElse(otherwise);
  }

  private static Optional<Node> object(Graph shapes, Node subject, Node predicate) {
    return objects(shapes, subject, predicate).stream().findFirst();
  }

  private static List<Node> objects(Graph shapes, Node subject, Node predicate) {
    return shapes.find(subject, predicate, Node.ANY).mapWith(Triple::getObject).toList();
  }

  private static List<Node> members(Graph shapes, Node list) {
    return ModelFactory.createModelForGraph(shapes)
        .asRDFNode(list)
        .as(RDFList.class)
        .asJavaList()
        .stream()
        .map(RDFNode::asNode)
        .toList();
  }
}
