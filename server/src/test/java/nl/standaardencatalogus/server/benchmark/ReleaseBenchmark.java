package nl.standaardencatalogus.server.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.server.gemma.Comparison;
import nl.standaardencatalogus.server.gemma.Difference;
import nl.standaardencatalogus.server.gemma.Release;
import nl.standaardencatalogus.server.gemma.ReleaseException;
import nl.standaardencatalogus.server.gemma.ReleaseReader;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.jena.sys.JenaSystem;

/**
 * How long it takes to lay a release of GEMMA's size beside the catalogue. The release is the
 * catalogue's own model, in which by dice one thing in twenty has another name and one relation in
 * fifty is gone, with made-up components and relations besides until there are as many as GEMMA
 * has.
 *
 * <p>{@code ReleaseBenchmark OWN.xml DATA SCRATCH [filler]}: what {@code /archimate.xml} gave, the
 * data folder of a stopped server, and a folder to write in; {@code filler} is how many megabytes
 * of documentation the file gets besides. Nothing is recorded.
 */
public final class ReleaseBenchmark {
  private static final int ELEMENTS = 3700;
  private static final int RELATIONS = 6300;
  private static final int ROUNDS = 5;
  private static final Pattern ELEMENT = Pattern.compile("(?s)<element .*?</element>");
  private static final Pattern RELATION = Pattern.compile("(?s)<relationship .*?</relationship>");
  private static final Pattern OBJECT_ID =
      Pattern.compile("<propertyDefinition identifier=\"([^\"]*)\"[^>]*><name[^>]*>Object ID<");
  private static final Pattern TYPE =
      Pattern.compile("<propertyDefinition identifier=\"([^\"]*)\"[^>]*><name[^>]*>GEMMA type<");

  private final Random dice = new Random(3700);

  private ReleaseBenchmark() {}

  public static void main(String[] args) throws IOException, ReleaseException {
    JenaSystem.init();
    Path file = Path.of(args[2]).resolve("release.xml");
    int filler = args.length > 3 ? Integer.parseInt(args[3]) : 0;
    new ReleaseBenchmark().write(Files.readString(Path.of(args[0])), filler, file);
    System.out.printf("%,d bytes%n", Files.size(file));
    try (Catalogue catalogue =
        Catalogue.open(Path.of(args[1]), Rules.load(), (what, done, of) -> {})) {
      for (int round = 1; round <= ROUNDS; round++) {
        measure(catalogue, file, round);
      }
    }
  }

  private static void measure(Catalogue catalogue, Path file, int round) throws ReleaseException {
    long start = System.nanoTime();
    Release release = ReleaseReader.read(file);
    long read = System.nanoTime();
    Difference difference = Comparison.of(catalogue, release, LocalDate.of(2026, 12, 31));
    String code = difference.code();
    long compared = System.nanoTime();
    Outcome outcome =
        catalogue.dryRun(
            new Proposal("gemma", Iris.organisation("vng"), code, difference.changes()));
    long tried = System.nanoTime();
    System.out.printf(
        Locale.ROOT,
        "round %d: %,d elements, %,d relations, read %.2f s; %,d lines, %,d records, compared"
            + " %.2f s; tried %.2f s (%s)%n",
        round,
        release.elements().size(),
        release.relations().size(),
        seconds(start, read),
        difference.lines().size(),
        difference.changes().size(),
        seconds(read, compared),
        seconds(compared, tried),
        outcome.getClass().getSimpleName());
  }

  private static double seconds(long from, long to) {
    return (to - from) / 1e9;
  }

  private void write(String own, int filler, Path file) throws IOException {
    List<String> elements = all(ELEMENT, own);
    List<String> relations = all(RELATION, own);
    elements.replaceAll(
        it -> dice.nextInt(20) == 0 ? it.replaceFirst("</name>", " (2)</name>") : it);
    relations.removeIf(it -> dice.nextInt(50) == 0);
    String objectId = first(OBJECT_ID, own);
    String type = first(TYPE, own);
    List<String> made = new ArrayList<>();
    while (elements.size() < ELEMENTS) {
      String id = "verzonnen-" + elements.size();
      made.add(id);
      // One in three is of a kind that the catalogue takes; in GEMMA about as many are not.
      String kind = dice.nextInt(3) == 0 ? "Referentiecomponent" : "Bedrijfsobject";
      elements.add(
          ("<element identifier=\"id-%1$s\" xsi:type=\"ApplicationComponent\">"
                  + "<name xml:lang=\"nl\">Verzonnen component %1$s</name><properties>"
                  + "<property propertyDefinitionRef=\"%2$s\"><value>%1$s</value></property>"
                  + "<property propertyDefinitionRef=\"%3$s\"><value>%4$s</value></property>"
                  + "</properties></element>")
              .formatted(id, objectId, type, kind));
    }
    while (relations.size() < RELATIONS) {
      relations.add(
          "<relationship identifier=\"id-r%d\" source=\"id-%s\" target=\"id-%s\" xsi:type=\"Serving\"/>"
              .formatted(relations.size(), drawn(made), drawn(made)));
    }
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(own.substring(0, own.indexOf("<element ")));
      String documentation =
          "<documentation>%s</documentation>".formatted("x".repeat(250 * filler));
      for (String element : elements) {
        out.write(
            filler == 0 ? element : element.replaceFirst("</name>", "</name>" + documentation));
        out.newLine();
      }
      out.write("</elements>\n<relationships>\n");
      for (String relation : relations) {
        out.write(relation);
        out.newLine();
      }
      out.write("</relationships>\n");
      out.write(
          own.substring(own.indexOf("<propertyDefinitions"), own.indexOf("<views")) + "</model>\n");
    }
  }

  private String drawn(List<String> from) {
    return from.get(dice.nextInt(from.size()));
  }

  private static List<String> all(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalArgumentException("This is no model of the catalogue: " + pattern);
    }
    return matcher.group(1);
  }
}
