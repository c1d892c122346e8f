package nl.standaardencatalogus.catalogue.facts;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import nl.standaardencatalogus.catalogue.facts.RecordFileException.Rule;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;

/** Reads files of records that somebody hands in: all of them, or none. */
public final class RecordFiles {
  private static final Set<Lang> FORMATS =
      Set.of(Lang.TURTLE, Lang.NTRIPLES, Lang.JSONLD, Lang.RDFXML, Lang.TRIG, Lang.NQUADS);

  private RecordFiles() {}

  /**
   * One change for each record in the file.
   *
   * @throws RecordFileException when anything in the file is not as it should be
   */
  public static List<Change> read(Path file) {
    return read(file.toString(), format(file), content(file), Map.of());
  }

  /**
   * One change for each record in the files, which may be spread over them.
   *
   * @throws RecordFileException when anything in any file is not as it should be
   */
  public static List<Change> read(List<Path> files) {
    Map<Path, List<Change>> read = new LinkedHashMap<>();
    files.forEach(file -> read.put(file, read(file)));
    return joined(read);
  }

  /**
   * The records of files that were read one by one, whole.
   *
   * @throws RecordFileException when two files say what one record is
   */
  public static List<Change> joined(Map<Path, List<Change>> files) {
    RecordGraphs records = new RecordGraphs();
    files.forEach(
        (file, changes) ->
            changes.forEach(
                change ->
                    change.graph().find().forEach(triple -> records.add(file.toString(), triple))));
    return records.changes();
  }

  /**
   * One change for each record in a text that came in otherwise.
   *
   * @param name what to call the text in errors
   * @param contexts the JSON-LD contexts that it may name, by their addresses; no other is fetched
   * @throws RecordFileException when anything in it is not as it should be
   */
  public static List<Change> read(
      String name, Lang lang, byte[] content, Map<URI, String> contexts) {
    return read(name, lang, content, contexts, triple -> false);
  }

  /**
   * The same without what is said beside the records.
   *
   * @param aside whether a triple is no part of what the records say; it is left out
   */
  public static List<Change> read(
      String name, Lang lang, byte[] content, Map<URI, String> contexts, Predicate<Triple> aside) {
    RecordGraphs records = new RecordGraphs();
    said(name, lang, content, new RecordParser(name, lang, contexts, aside))
        .triples()
        .forEach(triple -> records.add(name, triple));
    return records.changes();
  }

  /**
   * What a text says that another wrote for more readers than us.
   *
   * @param records one change for each record that it says something of; may have blank nodes, and
   *     then is none that a commit takes
   * @param others what else it says something of, in the order in which it does; blank nodes too
   * @param faults what is written wrongly in records, such as a date that is none, in English
   */
  public record Sorted(List<Change> records, Set<Node> others, Map<Node, String> faults) {
    public Sorted {
      faults = Map.copyOf(faults);
      records = List.copyOf(records);
      others = Collections.unmodifiableSet(new LinkedHashSet<>(others));
    }
  }

  /**
   * The records in a text, apart from what else it says: one that cannot be taken does not keep the
   * others from it. What cannot be read at all, or describes a record twice, is refused as a whole.
   *
   * @param name what to call the text in errors
   * @param contexts the JSON-LD contexts that it may name, by their addresses; no other is fetched
   * @throws RecordFileException when it cannot be read, or says nothing
   */
  public static Sorted sorted(String name, Lang lang, byte[] content, Map<URI, String> contexts) {
    RecordGraphs records = new RecordGraphs();
    Set<Node> others = new LinkedHashSet<>();
    Map<Node, String> faults = new HashMap<>();
    RecordSink said = said(name, lang, content, new RecordParser(name, lang, contexts, false));
    for (Triple triple : said.triples()) {
      Node subject = triple.getSubject();
      if (Iris.canBeRecord(subject) || Iris.canBePart(subject)) {
        records.add(name, triple);
        String fault = said.faults().get(subject);
        if (fault != null) {
          faults.put(Iris.recordOf(subject), fault);
        }
      } else {
        others.add(subject);
      }
    }
    return new Sorted(records.changes(), others, faults);
  }

  private static RecordSink said(String name, Lang lang, byte[] content, RecordParser parser) {
    if (!lang.equals(Lang.RDFXML)) {
      requireUtf8(name, content);
    }
    RecordSink said = parser.sink(content);
    if (said.triples().isEmpty()) {
      throw new RecordFileException(
          name,
          Rule.NOT_EMPTY,
          "no records; a file must describe at least one"
              + (lang.equals(Lang.JSONLD)
                  ? ", and JSON says nothing without an @context for its keys"
                  : ""));
    }
    return said;
  }

  private static Lang format(Path file) {
    return Optional.ofNullable(RDFLanguages.filenameToLang(file.toString()))
        .filter(FORMATS::contains)
        .orElseThrow(
            () ->
                new RecordFileException(
                    file.toString(),
                    Rule.KNOWN_FORMAT,
                    "the name does not end in a format that is read; use .ttl, .nt, .jsonld, .rdf,"
                        + " .trig or .nq"));
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new RecordFileException(file.toString(), -1, -1, Rule.READABLE, unreadable(file, e), e);
    }
  }

  private static String unreadable(Path file, IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file; check the path";
    }
    if (e instanceof AccessDeniedException) {
      return "the file may not be read; check its permissions";
    }
    return Files.isDirectory(file)
        ? "this is a folder; name the files in it"
        : "the file cannot be read: " + e.getMessage();
  }

  private static void requireUtf8(String name, byte[] content) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.wrap(content);
    CharBuffer text = CharBuffer.allocate(content.length);
    CoderResult result = decoder.decode(bytes, text, true);
    if (result.isError()) {
      long line = text.flip().chars().filter(each -> each == '\n').count() + 1;
      throw new RecordFileException(
          name,
          line,
          -1,
          Rule.SYNTAX,
          "a byte that is no UTF-8; save the file as UTF-8, or check that it is RDF at all",
          null);
    }
  }
}
