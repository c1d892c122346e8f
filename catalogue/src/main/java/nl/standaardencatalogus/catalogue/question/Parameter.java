package nl.standaardencatalogus.catalogue.question;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import nl.standaardencatalogus.ontology.Ontology;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/**
 * What the asker of a question fills in.
 *
 * @param name the variable that its value is put in for
 * @param type what sort of value that is
 * @param range the class or code list that the value is a member of; null for other types
 * @param example a value to begin with
 * @param label what it is called on a page
 * @param prefixes the short forms in which an IRI may be given
 */
public record Parameter(
    String name, Type type, Node range, Node example, Bilingual label, PrefixMapping prefixes) {
  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,18}");
  private static final int LONGEST = 2_000;

  /** What sort of value a parameter takes. */
  public enum Type {
    MEMBER,
    CONCEPT,
    DATE,
    INTEGER,
    TEXT
  }

  /** The parameter of a header line: variable, type and example, then the labels. */
  static Parameter of(String text, PrefixMapping prefixes) {
    String[] parts = text.split("\\|", -1);
    String[] words = parts[0].strip().split(" ", 3);
    if (parts.length != 3 || words.length != 3 || !words[0].startsWith("?")) {
      throw new IllegalArgumentException(
          "a parameter has a ?variable, a type, an example and two labels: " + text);
    }
    Bilingual label = new Bilingual(parts[1].strip(), parts[2].strip());
    Parameter typed = typed(words[0].substring(1), words[1], label, prefixes);
    try {
      return new Parameter(
          typed.name, typed.type, typed.range, typed.read(words[2]), label, prefixes);
    } catch (BadValue e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static Parameter typed(
      String name, String type, Bilingual label, PrefixMapping prefixes) {
    if (type.startsWith("scheme:")) {
      Node scheme = NodeFactory.createURI(Ontology.IRI + "/" + type.substring("scheme:".length()));
      known(scheme, SKOS.ConceptScheme.asNode(), type);
      return new Parameter(name, Type.CONCEPT, scheme, null, label, prefixes);
    }
    return switch (type) {
      case "date" -> new Parameter(name, Type.DATE, null, null, label, prefixes);
      case "integer" -> new Parameter(name, Type.INTEGER, null, null, label, prefixes);
      case "text" -> new Parameter(name, Type.TEXT, null, null, label, prefixes);
      default -> {
        Node kind = NodeFactory.createURI(Ontology.IRI + "#" + type);
        known(kind, OWL2.Class.asNode(), type);
        yield new Parameter(name, Type.MEMBER, kind, null, label, prefixes);
      }
    };
  }

  private static void known(Node term, Node kind, String type) {
    if (!Ontology.graph().contains(term, RDF.type.asNode(), kind)) {
      throw new IllegalArgumentException("the ontology has no class or code list " + type);
    }
  }

  /**
   * The value that a text stands for.
   *
   * @throws BadValue when it stands for none of this type
   */
  public Node read(String text) {
    String value = text.strip();
    if (value.isEmpty() || value.length() > LONGEST) {
      throw new BadValue(this, value);
    }
    return switch (type) {
      case MEMBER, CONCEPT -> iri(value);
      case DATE -> date(value);
      case INTEGER -> integer(value);
      case TEXT -> NodeFactory.createLiteralString(value);
    };
  }

  private Node iri(String value) {
    boolean angled = value.startsWith("<") && value.endsWith(">");
    String iri = angled ? value.substring(1, value.length() - 1) : prefixes.expandPrefix(value);
    try {
      if (!IRIx.create(iri).isAbsolute() || !iri.startsWith("http")) {
        throw new BadValue(this, value);
      }
    } catch (IRIException e) {
      throw new BadValue(this, value);
    }
    return check(NodeFactory.createURI(iri));
  }

  private Node date(String value) {
    try {
      LocalDate day = LocalDate.parse(value);
      return NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate);
    } catch (DateTimeParseException e) {
      throw new BadValue(this, value);
    }
  }

  private Node integer(String value) {
    if (!INTEGER.matcher(value).matches()) {
      throw new BadValue(this, value);
    }
    return NodeFactory.createLiteralDT(value, XSDDatatype.XSDinteger);
  }

  /**
   * The same value, when it is of this type.
   *
   * @throws BadValue when it is not
   */
  Node check(Node value) {
    boolean fits =
        switch (type) {
          case MEMBER -> value.isURI();
          case CONCEPT -> value.isURI() && value.getURI().startsWith(range.getURI() + "/");
          case DATE -> has(value, XSDDatatype.XSDdate);
          case INTEGER -> has(value, XSDDatatype.XSDinteger);
          case TEXT -> has(value, XSDDatatype.XSDstring);
        };
    if (!fits) {
      throw new BadValue(this, text(value));
    }
    return value;
  }

  private static boolean has(Node value, XSDDatatype datatype) {
    return value.isLiteral()
        && value.getLiteralDatatype().equals(datatype)
        && value.getLiteral().isWellFormed();
  }

  /** The refusal of a value that is none of this parameter's. */
  public BadValue refusal(String value) {
    return new BadValue(this, value);
  }

  /** How a value is written in an address: an IRI by its short form where there is one. */
  public String text(Node value) {
    if (value.isLiteral()) {
      return value.getLiteralLexicalForm();
    }
    String iri = value.isURI() ? value.getURI() : value.toString();
    String curie = prefixes.shortForm(iri);
    return curie.substring(curie.indexOf(':') + 1).matches("[A-Za-z0-9._-]+") ? curie : iri;
  }

  /** What a value must be, in words for a programmer. */
  String expected() {
    return switch (type) {
      case MEMBER -> "the IRI or the name of a thing of class " + local(range);
      case CONCEPT -> "the IRI or the name of a concept of the code list " + local(range);
      case DATE -> "a date such as 2026-01-31";
      case INTEGER -> "a whole number such as 50";
      case TEXT -> "a text of at most " + LONGEST + " characters";
    };
  }

  private static String local(Node node) {
    return node.getURI()
        .substring(Math.max(node.getURI().lastIndexOf('/'), node.getURI().lastIndexOf('#')) + 1);
  }
}
