package nl.standaardencatalogus.catalogue.facts.tabular;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;

/** versions.csv: one version of a standard a row. */
final class Versions {
  private static final String ROLLING = "actueel";

  private final TurtleFile file = new TurtleFile("versions.ttl", "Versions of standards.");
  private final TurtleFile standards;
  private final Statuses statuses;
  private final Unplaced unplaced;
  private final Map<String, String> slugs = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  Versions(TurtleFile standards, Unplaced unplaced) {
    this.standards = standards;
    this.statuses = new Statuses(unplaced);
    this.unplaced = unplaced;
  }

  TurtleFile file() {
    return file;
  }

  void read(Table table) {
    List<Line> known = new ArrayList<>();
    table.each(line -> keepKnown(line, known));
    known.forEach(line -> line.to(this::name));
    known.forEach(line -> line.to(this::describe));
  }

  private void keepKnown(Line line, List<Line> known) {
    String standard = line.text("standard_id");
    if (standards.describes(Iris.standard(standard))) {
      known.add(line);
    } else {
      unplaced.report(line, "there is no standard " + standard);
    }
  }

  /** Two labels may have one slug: the later one gets a number. */
  private void name(Line line) {
    String slug = Iris.labelSlug(line.text("version"));
    String free = slug;
    for (int n = 2; !taken.add(key(line, free)); n++) {
      free = slug + "-" + n;
    }
    if (slugs.putIfAbsent(key(line, line.text("version")), free) != null) {
      unplaced.report(line, "the version stands in an earlier row too; it got the slug " + free);
    }
  }

  private void describe(Line line) {
    String standard = line.text("standard_id");
    String label = line.text("version");
    String slug = slugs.get(key(line, label));
    Description version = file.record(Iris.version(standard, slug));
    version
        .a(
            SC.STANDARD_VERSION_CLASS,
            DCTerms.Standard.asNode(),
            DCAT.Dataset.asNode(),
            Terms.ADMS_ASSET)
        .dutch(DCTerms.title.asNode(), line.text("label"))
        .text(Terms.DCAT_VERSION, label)
        .text(DCTerms.identifier.asNode(), standard + "/" + slug)
        .add(DCTerms.isVersionOf.asNode(), Iris.standard(standard))
        .add(Terms.DCAT_IN_SERIES, Iris.standard(standard))
        .moment(DCTerms.issued.asNode(), line.text("published_date"))
        .moment(SC.END_OF_SUPPORT, line.text("end_of_support"));
    if (label.equals(ROLLING)) {
      version.yes(SC.ROLLING);
    }
    line.value("previous_version").ifPresent(before -> follow(version, line, before));
    line.value("spec_url").ifPresent(url -> specification(version, line));
    Gemma.identify(version, line);
    statuses.ofVersion(version, line);
    Evidence.of(line).on(version);
  }

  private void follow(Description version, Line line, String before) {
    String slug = slugs.get(key(line, before));
    if (slug == null) {
      unplaced.report(line, "the previous version " + before + " has no row; kept as a note");
      version.text(SC.NOTE, "Volgt volgens de bron op " + before + ", die hier niet is opgenomen.");
    } else {
      Node previous = Iris.version(line.text("standard_id"), slug);
      version.add(Terms.DCAT_PREVIOUS_VERSION, previous);
    }
  }

  private void specification(Description version, Line line) {
    version
        .part(DCAT.distribution.asNode(), "specificatie")
        .a(DCAT.Distribution.asNode())
        .dutch(DCTerms.title.asNode(), "Specificatie")
        .page(DCAT.accessURL.asNode(), line, "spec_url", unplaced);
  }

  private static String key(Line line, String label) {
    return line.text("standard_id") + "/" + label;
  }
}
