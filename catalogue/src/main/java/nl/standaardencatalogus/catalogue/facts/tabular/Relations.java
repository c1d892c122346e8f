package nl.standaardencatalogus.catalogue.facts.tabular;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.CodeLists;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;

/** relations.csv: one relation a row, as a single triple and as a part with its evidence. */
final class Relations {
  private static final String APPLIED_ON = "appliedOn";
  private static final String REPLACED = "functionallyReplacedBy";

  private static final Map<String, Node> PROPERTIES =
      Map.ofEntries(
          Map.entry(APPLIED_ON, SC.APPLIES_TO),
          Map.entry("inGroup", SC.IN_GROUP),
          Map.entry("serves", SC.SERVES),
          Map.entry("basedOn", SC.BASED_ON),
          Map.entry("aggregates", SC.AGGREGATES),
          Map.entry("associatedWith", SC.ASSOCIATED_WITH),
          Map.entry("partOf", DCTerms.isPartOf.asNode()),
          Map.entry("realises", SC.REALISES),
          Map.entry("flowsTo", SC.FLOWS_TO),
          Map.entry("composedOf", SC.COMPOSED_OF),
          Map.entry("specialises", SC.SPECIALISES),
          Map.entry("assignedTo", SC.ASSIGNED_TO),
          Map.entry(REPLACED, SC.FUNCTIONALLY_REPLACED_BY),
          Map.entry("requires", SC.REQUIRES),
          Map.entry("successorOf", DCTerms.replaces.asNode()),
          Map.entry("relatedTo", SC.RELATED_TO),
          Map.entry("interoperatesWith", SC.INTEROPERATES_WITH));

  /** Columns of standards.csv that say what a row here says too. */
  private static final Map<String, String> COLUMNS =
      Map.of("based_on", "basedOn", "part_of", "partOf", "successor_of", "successorOf");

  private final TurtleFile file =
      new TurtleFile(
          "relations.ttl",
          "Relations of standards and elements: they belong to the subject's record.");
  private final TurtleFile standards;
  private final TurtleFile elements;
  private final Unplaced unplaced;
  private final Set<String> placed = new HashSet<>();

  Relations(TurtleFile standards, TurtleFile elements, Unplaced unplaced) {
    this.standards = standards;
    this.elements = elements;
    this.unplaced = unplaced;
  }

  TurtleFile file() {
    return file;
  }

  int size() {
    return placed.size();
  }

  void read(Table table) {
    table.each(this::read);
  }

  /** Reports every edge that standards.csv has and relations.csv has not. */
  void compare(Table table) {
    for (Line line : table.lines()) {
      COLUMNS.forEach(
          (column, relation) ->
              line.values(column).stream()
                  .filter(to -> !placed.contains(key(line.text("id"), relation, to)))
                  .forEach(
                      to -> unplaced.report(line, column + " " + to + " has no row in relations")));
    }
  }

  private void read(Line line) {
    String relation = line.text("relation");
    Optional<Node> from = thing(line.text("subject_kind"), line.text("subject_id"));
    Optional<Node> to = thing(line.text("object_kind"), line.text("object_id"));
    Node property = PROPERTIES.get(relation);
    if (property == null || from.isEmpty() || to.isEmpty()) {
      unplaced.report(line, "unknown relation, subject or object");
    } else if (!placed.add(key(line.text("subject_id"), relation, line.text("object_id")))) {
      unplaced.report(line, "the relation stands in an earlier row");
    } else {
      describe(line, file.record(from.get()), property, to.get());
    }
  }

  private void describe(Line line, Description subject, Node property, Node object) {
    String relation = line.text("relation");
    String name = "relatie-" + Names.hyphened(relation) + "-" + Iris.lastSegment(object);
    Evidence evidence = Evidence.of(line);
    Description statement = subject.add(property, object).part(SC.RELATION, name);
    statement
        .a(SC.RELATION_CLASS)
        .add(SC.FROM, subject.subject())
        .add(SC.TO, object)
        .add(SC.RELATION_TYPE, property);
    if (relation.equals(APPLIED_ON)) {
      statement.a(SC.COMPONENT_OBLIGATION_CLASS);
    }
    String qualifier = line.text("qualifier");
    if (qualifier.equals("Verplicht") || qualifier.equals("Aanbevolen")) {
      statement.concept(SC.QUALIFIER, CodeLists.GEMMA_KWALIFICATIE, qualifier);
    } else {
      statement.text(SC.RELATION_LABEL, qualifier);
    }
    // The word in brackets says that the arrow is turned round; the property says that already.
    String archimate = line.text("archimate_relation").replaceAll(" *\\(.*", "");
    statement.concept(SC.ARCHIMATE_RELATION, CodeLists.ARCHIMATE_RELATIE, archimate);
    if (relation.equals(REPLACED)) {
      statement.add(SC.CERTAINTY, evidence.concept());
    }
    evidence.on(statement);
  }

  private Optional<Node> thing(String kind, String id) {
    if (kind.equals("GEMMA groep")) {
      return Optional.of(CodeLists.concept(CodeLists.GEMMA_GROEP, Iris.slugOf(id)));
    }
    boolean standard = kind.equals("standard");
    Node iri = standard ? Iris.standard(id) : Iris.component(id);
    return Optional.of(iri).filter((standard ? standards : elements)::describes);
  }

  private static String key(String from, String relation, String to) {
    return from + " " + relation + " " + to;
  }
}
