package nl.standaardencatalogus.server.document;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.server.http.Accept;
import org.apache.jena.riot.RDFFormat;

/** The forms that a document comes in, the one for who does not mind first. */
public enum Form {
  TURTLE("ttl", "text/turtle", RDFFormat.TURTLE_PRETTY),
  JSON_LD("jsonld", "application/ld+json", RDFFormat.JSONLD11_PRETTY),
  RDF_XML("rdf", "application/rdf+xml", RDFFormat.RDFXML_PRETTY),
  N_TRIPLES("nt", "application/n-triples", RDFFormat.NTRIPLES_UTF8),
  HTML("html", "text/html", null);

  private static final List<String> TYPES = Arrays.stream(values()).map(f -> f.type).toList();

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

  /** The form that an address ends in. */
  public static Optional<Form> ofSuffix(String path) {
    return Arrays.stream(values()).filter(form -> path.endsWith("." + form.suffix)).findFirst();
  }

  /** The form that suits a client best; empty when none will do. */
  public static Optional<Form> ofAccept(String header) {
    return Accept.best(header, TYPES)
        .flatMap(type -> Arrays.stream(values()).filter(f -> f.type.equals(type)).findFirst());
  }
}
