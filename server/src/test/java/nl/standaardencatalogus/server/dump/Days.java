package nl.standaardencatalogus.server.dump;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.Progress;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.DatedProposal;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.catalogue.validity.Validity;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sys.JenaSystem;

/** A catalogue of which a test says on which day what was recorded, with its releases. */
public final class Days implements AutoCloseable {
  static {
    JenaSystem.init();
  }

  private final Path folder;
  private final Catalogue catalogue;
  private Releases releases;

  public Days(Path folder) {
    this.folder = folder;
    this.catalogue = Catalogue.open(folder, Rules.load(), Progress.silent());
    this.releases = Releases.open(folder.resolve("releases"));
  }

  Catalogue catalogue() {
    return catalogue;
  }

  Releases releases() {
    return releases;
  }

  Path folder(String day) {
    return releases.folder().resolve(day);
  }

  /** Records changes at a time of a day, as clocks in the Netherlands have it. */
  public void record(String day, String time, Change... changes) {
    Instant moment =
        LocalDate.parse(day).atTime(LocalTime.parse(time)).atZone(Validity.ZONE).toInstant();
    Proposal proposal =
        new Proposal("test", Iris.organisation("vng"), "Een proef", Arrays.asList(changes));
    catalogue.load(List.of(new DatedProposal(moment, proposal)).iterator(), Progress.silent());
  }

  /** A goal whose text has all that must be escaped. */
  public static Change goal(String slug, int number) {
    return change(
        Iris.goal(slug),
        """
        <%1$s> a sc:Goal ; dct:title "Doel %2$d"@nl ; sc:order %2$d ;
          dct:description "Een \\"doel\\":\\n\\té > ü \\\\ <%1$s> . \\u007F \\U0001F3DB"@nl .
        """
            .formatted(Iris.goal(slug).getURI(), number));
  }

  /** A standard with a part, of which other records may be the neighbours. */
  public static Change standard(String slug, String title) {
    return change(
        Iris.standard(slug),
        """
        <%1$s> a sc:Standard, dcat:DatasetSeries, dct:Standard ; dct:title "%2$s"@nl ;
          dct:description "Een standaard om te proberen."@nl ; dct:identifier "%3$s" ;
          sc:kind <https://w3id.org/standaardencatalogus/def/soort/koppelvlak> ;
          dcat:theme <https://w3id.org/standaardencatalogus/def/thema/omgevingswet> ;
          adms:identifier <%1$s#gemma> ;
          sc:sourceText "een proef" ;
          sc:confidence <https://w3id.org/standaardencatalogus/def/betrouwbaarheid/hoog> .
        <%1$s#gemma> a adms:Identifier ; skos:notation "%3$s-1" ; adms:schemaAgency "GEMMA" .
        """
            .formatted(Iris.standard(slug).getURI(), title, slug));
  }

  private static Change change(Node record, String turtle) {
    String prefixes =
        """
        PREFIX adms: <http://www.w3.org/ns/adms#>
        PREFIX dcat: <http://www.w3.org/ns/dcat#>
        PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        """;
    return Change.put(record, RDFParser.fromString(prefixes + turtle, Lang.TURTLE).toGraph());
  }

  ReleaseMaker maker(String today) {
    Instant now = LocalDate.parse(today).atTime(12, 0).atZone(Validity.ZONE).toInstant();
    return new ReleaseMaker(
        catalogue,
        releases,
        SigningKey.in(folder),
        Iris.organisation("vng-realisatie"),
        Clock.fixed(now, Validity.ZONE),
        () -> {});
  }

  /** Makes all that is due at noon of a day; gives the days of all releases, newest first. */
  public List<String> make(String today) throws IOException {
    try (ReleaseMaker maker = maker(today)) {
      maker.makeDue();
    }
    return days();
  }

  /** Reads the releases anew, as a start does. */
  List<String> restart() {
    releases = Releases.open(releases.folder());
    return days();
  }

  private List<String> days() {
    return releases.all().stream().map(release -> release.day().toString()).toList();
  }

  /** The hashes of all files of the releases. */
  Map<String, String> contents() {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> all = Files.walk(releases.folder())) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        contents.put(releases.folder().relativize(file).toString(), Sha256.of(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return contents;
  }

  @Override
  public void close() {
    catalogue.close();
  }
}
