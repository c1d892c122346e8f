package nl.standaardencatalogus.server;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.document.Vocabularies;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes every record of the current state. */
@Command(
    name = "export",
    description = {
      "Write the whole catalogue. In TriG and N-Quads each record is a graph of its own;",
      "in Turtle and N-Triples everything is one graph."
    },
    mixinStandardHelpOptions = true)
final class Export implements Callable<Integer> {
  private final Console console;
  @Mixin private Folder folder;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "Where to; standard output when not given. Its end says the format.")
  private Path file;

  @Option(
      names = "--format",
      description = "${COMPLETION-CANDIDATES}; when the end of the file does not say it.")
  private Format format;

  /** The formats of an export, by the end of the file. */
  enum Format {
    ttl(RDFFormat.TURTLE_BLOCKS, false),
    nt(RDFFormat.NTRIPLES_UTF8, false),
    trig(RDFFormat.TRIG_BLOCKS, true),
    nq(RDFFormat.NQUADS_UTF8, true);

    private final RDFFormat rdf;
    private final boolean graphs;

    Format(RDFFormat rdf, boolean graphs) {
      this.rdf = rdf;
      this.graphs = graphs;
    }
  }

  Export(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Format chosen = chosen();
    return folder.withExisting(
        console, (catalogue, bar) -> export(catalogue.snapshot(), chosen, bar));
  }

  private int export(Snapshot snapshot, Format chosen, Bar bar) {
    if (file == null) {
      write(snapshot, chosen, console.out(), bar);
    } else if (Files.exists(file) && !Files.isRegularFile(file)) {
      writeTo(file, snapshot, chosen, bar);
    } else {
      writeWhole(snapshot, chosen, bar);
    }
    bar.finish();
    return Exit.OK;
  }

  private Format chosen() {
    if (format != null) {
      return format;
    }
    if (file == null) {
      return Format.ttl;
    }
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    for (Format one : Format.values()) {
      if (name.endsWith("." + one.name())) {
        return one;
      }
    }
    throw new BadInput(
        file + ": the name must end in one of " + List.of(Format.values()) + ", or give --format");
  }

  /** Writes beside the file and puts it in place when it is whole. */
  private void writeWhole(Snapshot snapshot, Format chosen, Bar bar) {
    Path target = file.toAbsolutePath();
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      writeTo(part, snapshot, chosen, bar);
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new Unable(file + ": cannot be put in place: " + e.getMessage(), e);
    } finally {
      discard(part);
    }
  }

  private static void discard(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      throw new Unable(part + ": cannot be removed: " + e.getMessage(), e);
    }
  }

  /** Writes on the spot, also to what is no file, such as a pipe. */
  private void writeTo(Path place, Snapshot snapshot, Format chosen, Bar bar) {
    OutputStream opened;
    try {
      opened = Files.newOutputStream(place);
    } catch (IOException e) {
      throw new BadInput(file + ": cannot be written: " + e.getMessage(), e);
    }
    try (OutputStream out = new BufferedOutputStream(opened, 1 << 16)) {
      write(snapshot, chosen, out, bar);
    } catch (IOException | RuntimeIOException e) {
      throw new Unable(file + ": cannot be written to the end: " + e.getMessage(), e);
    }
  }

  private static void write(Snapshot snapshot, Format chosen, OutputStream out, Bar bar) {
    List<Node> records = snapshot.records().sorted(Comparator.comparing(Node::toString)).toList();
    StreamRDF stream = StreamRDFWriter.getWriterStream(out, chosen.rdf);
    stream.start();
    Vocabularies.prefixes().forEach(stream::prefix);
    long done = 0;
    for (Node record : records) {
      List<Triple> triples =
          snapshot.record(record).stream()
              .sorted(
                  Comparator.comparing((Triple t) -> t.getSubject().toString())
                      .thenComparing(t -> t.getPredicate().toString())
                      .thenComparing(t -> t.getObject().toString()))
              .toList();
      for (Triple triple : triples) {
        if (chosen.graphs) {
          stream.quad(Quad.create(record, triple));
        } else {
          stream.triple(triple);
        }
      }
      done++;
      bar.at("Writing records", done, records.size());
    }
    stream.finish();
  }
}
