package nl.standaardencatalogus.server.feed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.server.document.Vocabularies;
import nl.standaardencatalogus.server.http.Accept;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * The forms that a feed comes in, the one for who does not mind first. A member is a named graph,
 * so pages come only in forms that have those; the root has no members and comes in all.
 */
enum Form {
  TRIG("trig", "application/trig", RDFFormat.TRIG_BLOCKS),
  N_QUADS("nq", "application/n-quads", RDFFormat.NQUADS_UTF8),
  JSON_LD("jsonld", "application/ld+json", RDFFormat.JSONLD11_PLAIN),
  TURTLE("ttl", "text/turtle", RDFFormat.TURTLE_BLOCKS),
  N_TRIPLES("nt", "application/n-triples", RDFFormat.NTRIPLES_UTF8);

  /** The forms that have named graphs. */
  static final List<Form> OF_PAGES = List.of(TRIG, N_QUADS, JSON_LD);

  /** All of them. */
  static final List<Form> OF_ROOTS = List.of(values());

  private final String suffix;
  private final String type;
  private final RDFFormat format;

  Form(String suffix, String type, RDFFormat format) {
    this.suffix = suffix;
    this.type = type;
    this.format = format;
  }

  String suffix() {
    return suffix;
  }

  /** Its media type. */
  String type() {
    return type;
  }

  /** The one of these that suits a client best; empty when none will do. */
  static Optional<Form> ofAccept(String header, List<Form> offered) {
    return Accept.best(header, offered.stream().map(Form::type).toList())
        .flatMap(best -> Arrays.stream(values()).filter(f -> f.type.equals(best)).findFirst());
  }

  /** What N-Quads say, in this form. */
  byte[] write(String quads) {
    if (this == N_QUADS || this == N_TRIPLES) {
      return quads.getBytes(StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(quads.length() / 2);
    if (this == JSON_LD) {
      DatasetGraph dataset = parser(quads).toDatasetGraph();
      RDFWriter.source(dataset).format(format).output(out);
    } else {
      parser(quads).parse(prefixed(StreamRDFWriter.getWriterStream(out, format)));
    }
    return out.toByteArray();
  }

  private static StreamRDF prefixed(StreamRDF stream) {
    return new StreamRDFWrapper(stream) {
      @Override
      public void start() {
        super.start();
        Vocabularies.prefixes().forEach(this::prefix);
        Quads.PREFIXES.forEach(this::prefix);
      }
    };
  }

  private static RDFParser parser(String quads) {
    return RDFParser.fromString(quads, Lang.NQUADS).checking(false).build();
  }
}
