package nl.standaardencatalogus.server.question;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Bilingual;
import nl.standaardencatalogus.catalogue.question.Endpoint;
import nl.standaardencatalogus.catalogue.question.LibraryQuestion;
import nl.standaardencatalogus.catalogue.question.Parameter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/**
 * A question of the library as linked data: a SELECT query as SHACL knows it, with its parameters
 * as SHACL knows those, and its columns as those of a table on the web (CSVW).
 */
public final class QuestionDescription {
  private static final String CSVW = "http://www.w3.org/ns/csvw#";
  private static final Node SPARQL_ENDPOINT =
      NodeFactory.createURI("http://rdfs.org/ns/void#sparqlEndpoint");
  private static final Map<String, String> PREFIXES =
      Map.of(
          "csvw",
          CSVW,
          "dct",
          DCTerms.NS,
          "sh",
          "http://www.w3.org/ns/shacl#",
          "skos",
          SKOS.uri,
          "void",
          "http://rdfs.org/ns/void#",
          "xsd",
          "http://www.w3.org/2001/XMLSchema#");

  private final Graph graph;
  private final LibraryQuestion question;
  private final Node subject;

  private QuestionDescription(Graph graph, LibraryQuestion question) {
    this.graph = graph;
    this.question = question;
    this.subject = NodeFactory.createURI(question.iri());
  }

  /** One question in Turtle. */
  static byte[] of(LibraryQuestion question) {
    return of(List.of(question));
  }

  /** Several questions in Turtle. */
  public static byte[] of(List<LibraryQuestion> questions) {
    Graph graph = GraphFactory.createDefaultGraph();
    PREFIXES.forEach(graph.getPrefixMapping()::setNsPrefix);
    questions.forEach(question -> new QuestionDescription(graph, question).describe());
    ByteArrayOutputStream out = new ByteArrayOutputStream(8192);
    RDFWriter.source(graph).format(RDFFormat.TURTLE_PRETTY).output(out);
    return out.toByteArray();
  }

  private void describe() {
    add(subject, RDF.type.asNode(), SHACL.SPARQLSelectExecutable);
    add(subject, DCTerms.identifier.asNode(), NodeFactory.createLiteralString(question.name()));
    say(subject, DCTerms.title.asNode(), question.title());
    say(subject, DCTerms.description.asNode(), question.about());
    question.empty().ifPresent(why -> say(subject, SKOS.note.asNode(), why));
    add(subject, SHACL.order, number(question.number()));
    add(subject, SHACL.select, NodeFactory.createLiteralString(question.parsed().toString()));
    String endpoint = question.endpoint() == Endpoint.HISTORY ? "sparql/historie" : "sparql";
    add(subject, SPARQL_ENDPOINT, NodeFactory.createURI(Iris.BASE + endpoint));
    int place = 1;
    for (Parameter parameter : question.parameters()) {
      parameter(parameter, place);
      place++;
    }
    place = 1;
    for (String column : question.columns()) {
      column(column, place);
      place++;
    }
  }

  private void parameter(Parameter parameter, int place) {
    Node node = NodeFactory.createURI(question.iri() + "#parameter-" + parameter.name());
    add(subject, SHACL.parameter, node);
    add(node, RDF.type.asNode(), SHACL.Parameter);
    // The local name of the path is the name of the variable, as for components of SHACL.
    add(node, SHACL.path, NodeFactory.createURI(question.iri() + "#" + parameter.name()));
    say(node, SHACL.name, parameter.label());
    add(node, SHACL.order, number(place));
    add(node, SHACL.defaultValue, parameter.example());
    switch (parameter.type()) {
      case MEMBER -> add(node, SHACL.class_, parameter.range());
      case CONCEPT -> {
        add(node, SHACL.class_, SKOS.Concept.asNode());
        add(node, SKOS.inScheme.asNode(), parameter.range());
      }
      case DATE -> add(node, SHACL.datatype, uri(XSDDatatype.XSDdate));
      case INTEGER -> add(node, SHACL.datatype, uri(XSDDatatype.XSDinteger));
      case TEXT -> add(node, SHACL.datatype, uri(XSDDatatype.XSDstring));
    }
  }

  private void column(String column, int place) {
    Node node = NodeFactory.createURI(question.iri() + "#kolom-" + column);
    add(subject, NodeFactory.createURI(CSVW + "column"), node);
    add(node, RDF.type.asNode(), NodeFactory.createURI(CSVW + "Column"));
    add(node, NodeFactory.createURI(CSVW + "name"), NodeFactory.createLiteralString(column));
    add(node, SHACL.order, number(place));
  }

  private void say(Node about, Node property, Bilingual text) {
    add(about, property, NodeFactory.createLiteralLang(text.nl(), "nl"));
    add(about, property, NodeFactory.createLiteralLang(text.en(), "en"));
  }

  private void add(Node about, Node property, Node value) {
    graph.add(about, property, value);
  }

  private static Node uri(XSDDatatype datatype) {
    return NodeFactory.createURI(datatype.getURI());
  }

  private static Node number(int number) {
    return NodeFactory.createLiteralDT(Integer.toString(number), XSDDatatype.XSDinteger);
  }
}
