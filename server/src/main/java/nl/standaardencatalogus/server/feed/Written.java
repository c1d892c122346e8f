package nl.standaardencatalogus.server.feed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import nl.standaardencatalogus.server.document.Form;
import nl.standaardencatalogus.server.document.Vocabularies;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.riot.system.StreamRDFWriter;

/** Writes what N-Quads say in other forms, in their order: what a member says stays together. */
final class Written {
  private Written() {}

  /** The bytes of quads in a form. */
  static byte[] of(String quads, Form form) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(quads.length() / 2);
    switch (form) {
      case N_QUADS, N_TRIPLES -> out.writeBytes(quads.getBytes(StandardCharsets.UTF_8));
      case TRIG -> stream(quads, StreamRDFWriter.getWriterStream(out, RDFFormat.TRIG_BLOCKS));
      case TURTLE -> stream(quads, StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS));
      case JSON_LD ->
          RDFWriter.source(parser(quads).toDatasetGraph())
              .format(RDFFormat.JSONLD11_PLAIN)
              .output(out);
      default -> throw new IllegalArgumentException("A feed does not come as " + form.type());
    }
    return out.toByteArray();
  }

  private static void stream(String quads, StreamRDF writer) {
    parser(quads)
        .parse(
            new StreamRDFWrapper(writer) {
              @Override
              public void start() {
                super.start();
                Vocabularies.prefixes().forEach(this::prefix);
                Quads.PREFIXES.forEach(this::prefix);
              }
            });
  }

  private static RDFParser parser(String quads) {
    return RDFParser.fromString(quads, Lang.NQUADS).checking(false).build();
  }
}
