package nl.standaardencatalogus.server.document;

import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.server.http.Accept;
import org.apache.jena.riot.RDFFormat;

/** The forms that linked data comes in. */
public enum Form {
  TURTLE("ttl", "text/turtle", RDFFormat.TURTLE_PRETTY),
  JSON_LD("jsonld", "application/ld+json", RDFFormat.JSONLD11_PRETTY),
  /** The same text, for clients that know no other type of JSON; its context says what it means. */
  JSON("json", "application/json", RDFFormat.JSONLD11_PRETTY),
  RDF_XML("rdf", "application/rdf+xml", RDFFormat.RDFXML_PRETTY),
  N_TRIPLES("nt", "application/n-triples", RDFFormat.NTRIPLES_UTF8),
  TRIG("trig", "application/trig", RDFFormat.TRIG_PRETTY),
  N_QUADS("nq", "application/n-quads", RDFFormat.NQUADS_UTF8),
  HTML("html", "text/html", null);

  /** Those of a document, which is one graph; the one for who does not mind first. */
  public static final List<Form> OF_DOCUMENTS =
      List.of(TURTLE, JSON_LD, JSON, RDF_XML, N_TRIPLES, HTML);

  /** Those that have named graphs; the one for who does not mind first. */
  public static final List<Form> OF_NAMED_GRAPHS = List.of(TRIG, N_QUADS, JSON_LD);

  private final String suffix;
  private final String type;
  private final RDFFormat format;

  Form(String suffix, String type, RDFFormat format) {
    this.suffix = suffix;
    this.type = type;
    this.format = format;
  }

  /** The end of its address, without the dot. */
  public String suffix() {
    return suffix;
  }

  /** Its media type. */
  public String type() {
    return type;
  }

  /** How Jena writes it; null for a page. */
  public RDFFormat format() {
    return format;
  }

  /** The form of a document that an address ends in. */
  public static Optional<Form> ofSuffix(String path) {
    return OF_DOCUMENTS.stream().filter(form -> path.endsWith("." + form.suffix)).findFirst();
  }

  /** The form of a document that suits a client best; empty when none will do. */
  public static Optional<Form> ofAccept(String header) {
    return ofAccept(header, OF_DOCUMENTS);
  }

  /** The one of these that suits a client best; empty when none will do. */
  public static Optional<Form> ofAccept(String header, List<Form> offered) {
    return Accept.best(header, offered.stream().map(Form::type).toList())
        .flatMap(type -> offered.stream().filter(form -> form.type.equals(type)).findFirst());
  }
}
