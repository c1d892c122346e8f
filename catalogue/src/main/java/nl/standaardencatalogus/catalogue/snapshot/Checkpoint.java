package nl.standaardencatalogus.catalogue.snapshot;

import com.github.andrewoma.dexx.collection.Pair;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import nl.standaardencatalogus.catalogue.revision.RevisionIndex;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.system.StreamRDFWriter;

/**
 * A snapshot on disk, so that a start need not read the whole log: the places of all records, the
 * index of revisions, then the triples as RDF Thrift. It is derived: one that is missing, of
 * another form or damaged only costs time.
 *
 * <p>The name of the file holds the number of the commit and the CRC-32C of the bytes. The
 * vocabulary and what is derived are not in it: they come from the program that reads it.
 */
public final class Checkpoint {
  private static final int FORM = 0x53434B32;

  private Checkpoint() {}

  /** What a checkpoint brings: the state that it is of, and the index up to there. */
  public record Kept(Draft draft, RevisionIndex index) {}

  /** What there is to begin with where no checkpoint is: the state before the first commit. */
  public static Kept none(Graph vocabulary) {
    return new Kept(Draft.empty(vocabulary), new RevisionIndex());
  }

  /**
   * Writes a snapshot beside the ones before it and then removes those.
   *
   * @param index of all commits up to the snapshot's, and perhaps of later ones
   * @throws IOException when it cannot be written; the older ones are still there
   */
  public static void write(Path folder, Snapshot snapshot, RevisionIndex index) throws IOException {
    Files.createDirectories(folder);
    Path draft = folder.resolve("draft");
    CRC32C check = new CRC32C();
    try (FileOutputStream file = new FileOutputStream(draft.toFile())) {
      BufferedOutputStream buffer = new BufferedOutputStream(file, 1 << 16);
      DataOutputStream out = new DataOutputStream(new CheckedOutputStream(buffer, check));
      writePlaces(out, (MemorySnapshot) snapshot);
      index.write(out, snapshot.sequence());
      writeTriples(out, (MemorySnapshot) snapshot);
      out.flush();
      file.getFD().sync();
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(draft);
      throw e;
    }
    List<Path> older = files(folder);
    Path finished =
        folder.resolve(String.format("%020d-%08x", snapshot.sequence(), check.getValue()));
    Files.move(draft, finished, StandardCopyOption.ATOMIC_MOVE);
    for (Path file : older) {
      if (!file.equals(finished)) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static void writePlaces(DataOutputStream out, MemorySnapshot snapshot)
      throws IOException {
    out.writeInt(FORM);
    out.writeLong(snapshot.sequence());
    out.writeUTF(snapshot.recorded().toString());
    out.writeUTF(snapshot.hash());
    out.writeInt(snapshot.size());
    for (Pair<Node, Snapshot.Current> entry : snapshot.current()) {
      Snapshot.Current place = entry.component2();
      out.writeUTF(entry.component1().getURI());
      out.writeLong(place.revision());
      out.writeLong(place.commit());
      out.writeLong(place.recorded().toEpochMilli());
      out.writeUTF(place.onBehalfOf().getURI());
      out.writeUTF(place.contentHash());
    }
  }

  private static void writeTriples(DataOutputStream out, MemorySnapshot snapshot) {
    StreamRDF writer = StreamRDFWriter.getWriterStream(out, Lang.RDFTHRIFT);
    writer.start();
    snapshot
        .records()
        .forEach(record -> RecordGraph.triples(snapshot.triples(), record).forEach(writer::triple));
    writer.finish();
  }

  /**
   * Reads the newest checkpoint.
   *
   * @return empty when there is none that can be believed
   */
  public static Optional<Kept> read(Path folder, Graph vocabulary) {
    try {
      List<Path> files = files(folder);
      return files.isEmpty()
          ? Optional.empty()
          : read(files.get(files.size() - 1), Draft.empty(vocabulary));
    } catch (IOException | RuntimeException e) {
      // A checkpoint that does not open is one that is not there; the log has it all.
      return Optional.empty();
    }
  }

  private static Optional<Kept> read(Path file, Draft draft) throws IOException {
    // Checked before it is read: a damaged length would ask for all memory there is.
    if (!file.getFileName().toString().endsWith(String.format("-%08x", check(file)))) {
      return Optional.empty();
    }
    RevisionIndex index;
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      DataInputStream in = new DataInputStream(bytes);
      if (in.readInt() != FORM) {
        return Optional.empty();
      }
      long sequence = in.readLong();
      Instant recorded = Instant.parse(in.readUTF());
      String hash = in.readUTF();
      for (int left = in.readInt(); left > 0; left--) {
        Node record = NodeFactory.createURI(in.readUTF());
        draft.place(
            record,
            new Snapshot.Current(
                in.readLong(),
                in.readLong(),
                Instant.ofEpochMilli(in.readLong()),
                NodeFactory.createURI(in.readUTF()),
                in.readUTF()));
      }
      index = RevisionIndex.read(in, sequence);
      RDFParser.source(in).lang(Lang.RDFTHRIFT).checking(false).parse(into(draft));
      draft.reach(sequence, recorded, hash);
    }
    return Optional.of(new Kept(draft, index));
  }

  private static long check(Path file) throws IOException {
    CheckedInputStream in = new CheckedInputStream(Files.newInputStream(file), new CRC32C());
    try (in) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return in.getChecksum().getValue();
  }

  private static StreamRDF into(Draft draft) {
    return new StreamRDFBase() {
      @Override
      public void triple(Triple triple) {
        draft.add(triple);
      }
    };
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("[0-9]{20}-[0-9a-f]{8}"))
          .sorted(Comparator.naturalOrder())
          .toList();
    }
  }
}
