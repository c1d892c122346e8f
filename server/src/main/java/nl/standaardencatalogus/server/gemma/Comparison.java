package nl.standaardencatalogus.server.gemma;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.ontology.CodeLists;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.archimate.Identifier;
import nl.standaardencatalogus.server.gemma.Catalogued.Key;
import nl.standaardencatalogus.server.gemma.Catalogued.Kind;
import nl.standaardencatalogus.server.gemma.Catalogued.Thing;
import nl.standaardencatalogus.server.gemma.Difference.Line;
import nl.standaardencatalogus.server.page.Language;
import nl.standaardencatalogus.server.page.Texts;
import org.apache.jena.graph.Node;

/**
 * Lays a release beside the catalogue, by GEMMA's Object IDs. What the file does not speak of is
 * not compared: a property that it does not define, groups of which it has none. For one release
 * and one thread.
 */
public final class Comparison {
  private static final String STANDARD = "Standaard";
  private static final String VERSION = "Standaardversie";
  private static final String TYPE = "GEMMA type";
  private static final String LABEL = "Versieaanduiding";
  private static final String BBN = "BBN";

  /** What the catalogue's own models call the IRI of a thing, in each language. */
  private static final List<String> IRI =
      Arrays.stream(Language.values()).map(it -> new Texts(it).get("archimate.iri")).toList();

  /** The properties that are read; of what is taken over, the others are told. */
  private static final Set<String> READ =
      Set.of("Object ID", TYPE, "GEMMA status", "Status", LABEL, BBN, "Verbindingsrol");

  private static final Set<String> ENDED =
      Set.of("einde-ondersteuning", "teruggetrokken", "niet-meer-in-gebruik");

  /** A slug that is longer than this is a sentence, and no identifier to live with. */
  private static final int LONGEST = 200;

  /** How the slug of a new element begins, by the kind that GEMMA or else ArchiMate calls it. */
  private static final Map<String, String> PREFIXES =
      Map.ofEntries(
          Map.entry("referentiecomponent", "refcomp"),
          Map.entry("buitengemeentelijke-voorziening", "voorziening"),
          Map.entry("application-component", "comp"),
          Map.entry("application-function", "func"),
          Map.entry("application-interface", "intf"),
          Map.entry("application-service", "svc"),
          Map.entry("business-function", "bfunc"),
          Map.entry("business-process", "proc"),
          Map.entry("business-service", "bsvc"),
          Map.entry("principle", "princ"),
          Map.entry("system-software", "tech"));

  private final Catalogue catalogue;
  private final Snapshot state;
  private final Catalogued there;
  private final Release release;
  private final LocalDate date;
  private final Terms terms = new Terms();
  private final List<Line> lines = new ArrayList<>();
  private final Map<Node, Draft> drafts = new LinkedHashMap<>();

  /** What each element of the file is to the catalogue, by its identifier in the file. */
  private final Map<String, Thing> things = new HashMap<>();

  /** The groups of the code list, by their identifiers in the file. */
  private final Map<String, Node> groups = new HashMap<>();

  /** What was said of the life of each thing once the release is taken over. */
  private final Map<Node, Node> lives = new HashMap<>();

  private final Map<Key, List<Release.Relation>> related = new LinkedHashMap<>();
  private final Set<Node> own = new HashSet<>();
  private final Map<String, Integer> unknown = new TreeMap<>();
  private final Set<Node> taken = new HashSet<>();

  private Comparison(Catalogue catalogue, Release release, LocalDate date) {
    this.catalogue = catalogue;
    this.state = catalogue.snapshot();
    this.there = Catalogued.of(state.graph(), Questions.load());
    this.release = release;
    this.date = date;
  }

  /**
   * What differs.
   *
   * @param date the day of the release, from which on what it says holds
   * @throws ReleaseException when an element is known neither by an Object ID nor as the
   *     catalogue's own
   */
  public static Difference of(Catalogue catalogue, Release release, LocalDate date)
      throws ReleaseException {
    return new Comparison(catalogue, release, date).difference();
  }

  private Difference difference() throws ReleaseException {
    match();
    things.forEach((id, thing) -> compare(release.elements().get(id), thing));
    added();
    relations();
    ended();
    contradictions();
    versions();
    properties();
    unknown.forEach(
        (what, times) -> line(Difference.Kind.UNKNOWN, "", "", "", what, "", "" + times));
    Comparator<Line> order =
        Comparator.comparing(Line::kind)
            .thenComparing(Line::thing)
            .thenComparing(Line::objectId)
            .thenComparing(Line::property)
            .thenComparing(Line::from)
            .thenComparing(Line::to)
            .thenComparing(Line::name);
    return new Difference(
        release,
        date,
        lines.stream().sorted(order).toList(),
        drafts.entrySet().stream()
            .sorted(Comparator.comparing(it -> it.getKey().getURI()))
            .map(it -> it.getValue().change())
            .toList());
  }

  // What is what

  private void match() throws ReleaseException {
    for (Release.Element element : release.elements().values()) {
      Thing thing =
          element.objectId() == null
              ? there.byIdentifier().get(own(element.id(), element.properties()))
              : there.byObjectId().get(element.objectId());
      if (thing != null) {
        things.put(element.id(), thing);
      } else if (element.objectId() == null) {
        throw new ReleaseException(
            element.line(), "the element " + element.id() + " has no Object ID");
      } else if (element.type().equals("Grouping")) {
        terms
            .concept(CodeLists.GEMMA_GROEP, element.name())
            .ifPresent(it -> groups.put(element.id(), it));
      }
    }
  }

  /** Tools may change identifiers; the catalogue's own models tell the IRI beside them. */
  private static String own(String id, Map<String, String> properties) {
    return IRI.stream()
        .map(properties::get)
        .filter(Objects::nonNull)
        .findFirst()
        .map(Identifier::of)
        .orElse(id);
  }

  // What both have

  private void compare(Release.Element element, Thing thing) {
    if (thing.objectId() != null && thing.until() != null && element.objectId() != null) {
      changed(thing, "validUntil", thing.until(), "");
      draft(thing.node()).again(thing);
    }
    if (element.name() != null && !same(element.name(), thing.title())) {
      changed(thing, "title", thing.title(), element.name());
      draft(thing.node()).title(element.name());
    }
    status(element, thing);
    if (thing.kind() == Kind.ELEMENT) {
      concept(
          thing,
          "elementType",
          SC.ELEMENT_TYPE,
          thing.type(),
          terms.elementType(element.type()),
          element.type());
      if (release.speaksOf(TYPE)) {
        String type = element.property(TYPE);
        concept(
            thing,
            "gemmaType",
            SC.GEMMA_TYPE,
            thing.gemmaType(),
            terms.concept(CodeLists.GEMMA_TYPE, type),
            type);
      }
      if (release.speaksOf(BBN)) {
        text(thing, "bbn", SC.BBN, thing.bbn(), element.property(BBN));
      }
    } else if (thing.kind() == Kind.VERSION && element.property(LABEL) != null) {
      text(thing, "version", Draft.VERSION_LABEL, thing.label(), element.property(LABEL));
    }
  }

  /** However white space and capitals stand, which no table kept as the model has them. */
  private static boolean same(String one, String other) {
    return other != null && plain(one).equalsIgnoreCase(plain(other));
  }

  private static String plain(String text) {
    return text.replaceAll("(?U)\\s+", " ").strip();
  }

  /**
   * @param said what the release says, as it says it; null for nothing
   */
  private void concept(
      Thing thing, String name, Node property, Node from, Optional<Node> to, String said) {
    if (said != null && to.isEmpty()) {
      unknown(name + " " + said + " of what is in the catalogue");
    } else if (!Objects.equals(from, to.orElse(null))) {
      changed(thing, name, slug(from), slug(to.orElse(null)));
      draft(thing.node()).concept(property, to.orElse(null));
    }
  }

  private void text(Thing thing, String name, Node property, String from, String to) {
    boolean alike = to == null ? from == null : same(to, from);
    if (!alike) {
      changed(thing, name, from == null ? "" : from, to == null ? "" : to);
      draft(thing.node()).text(property, to);
    }
  }

  private static String statusOf(Kind kind) {
    return kind == Kind.VERSION ? "Status" : "GEMMA status";
  }

  private void status(Release.Element element, Thing thing) {
    String name = statusOf(thing.kind());
    String said = element.property(name);
    Node status = terms.concept(CodeLists.LEVENSFASE, said).orElse(null);
    lives.put(thing.node(), release.speaksOf(name) ? status : thing.status());
    if (!release.speaksOf(name)) {
      return;
    }
    if (said != null && status == null) {
      unknown(name + " " + said);
    } else if (!Objects.equals(status, thing.status())) {
      changed(thing, "status", slug(thing.status()), slug(status));
      draft(thing.node()).status(status);
    }
  }

  // What is new

  private void added() {
    Set<String> carriers = carriers();
    Map<String, Thing> standards = standardsOfVersions();
    for (Release.Element element : release.elements().values()) {
      if (things.containsKey(element.id()) || groups.containsKey(element.id())) {
        continue;
      }
      String type = element.property(TYPE);
      if (STANDARD.equals(type)) {
        waiting(element, "its kind and theme are not in GEMMA");
      } else if (VERSION.equals(type)) {
        version(element, standards.get(element.id()));
      } else if (terms.elementType(element.type()).isPresent()
          && (terms.concept(CodeLists.GEMMA_TYPE, type).isPresent()
              || carriers.contains(element.id()))) {
        element(element);
      } else {
        unknown("element " + element.type() + (type == null ? "" : " / " + type));
      }
    }
  }

  /** The elements that realise a standard that the catalogue has. */
  private Set<String> carriers() {
    Set<String> carriers = new HashSet<>();
    for (Release.Relation relation : release.relations()) {
      if (relation.type().equals("Realization") && isOf(Kind.STANDARD, relation.to())) {
        carriers.add(relation.from());
      }
    }
    return carriers;
  }

  private boolean isOf(Kind kind, String id) {
    return things.containsKey(id) && things.get(id).kind() == kind;
  }

  /** The standard that each version has to do with; in GEMMA the arrow stands either way. */
  private Map<String, Thing> standardsOfVersions() {
    Map<String, Thing> standards = new HashMap<>();
    for (Release.Relation relation : release.relations()) {
      if (isOf(Kind.STANDARD, relation.to())) {
        standards.putIfAbsent(relation.from(), things.get(relation.to()));
      } else if (isOf(Kind.STANDARD, relation.from())) {
        standards.putIfAbsent(relation.to(), things.get(relation.from()));
      }
    }
    return standards;
  }

  private void waiting(Release.Element element, String why) {
    line(
        Difference.Kind.WAITING,
        "",
        element.objectId(),
        Objects.requireNonNullElse(element.name(), ""),
        why,
        "",
        "");
  }

  private void element(Release.Element element) {
    Optional<Node> gemmaType = terms.concept(CodeLists.GEMMA_TYPE, element.property(TYPE));
    Node type = terms.elementType(element.type()).orElseThrow();
    String name = element.name() == null ? "" : Iris.slugOf(element.name());
    if (name.isEmpty() || name.length() > LONGEST) {
      waiting(element, "its name cannot be made an identifier");
      return;
    }
    String prefix =
        gemmaType
            .map(it -> PREFIXES.get(Iris.lastSegment(it)))
            .orElse(PREFIXES.getOrDefault(Iris.lastSegment(type), "element"));
    String slug = prefix + "-" + name;
    Node node = free(number -> Iris.component(slug + number));
    Draft draft = made(element, thing(node, Kind.ELEMENT, element, null));
    draft.element(element.name(), element.objectId());
    draft.concept(SC.ELEMENT_TYPE, type);
    draft.concept(SC.GEMMA_TYPE, gemmaType.orElse(null));
    draft.concept(SC.LAYER, terms.layer(element.type()).orElse(null));
    draft.text(SC.BBN, element.property(BBN));
  }

  private void version(Release.Element element, Thing standard) {
    String label = element.property(LABEL);
    String slugged = label == null ? "" : Iris.slugOf(label);
    if (standard == null || slugged.isEmpty() || slugged.length() > LONGEST) {
      waiting(
          element,
          standard == null
              ? "it goes with no standard that the catalogue has"
              : "its " + LABEL + " cannot be made an identifier");
      return;
    }
    String slug = Iris.lastSegment(standard.node());
    Node node = free(number -> Iris.version(slug, label + number));
    String name = Objects.requireNonNullElse(element.name(), label);
    made(element, thing(node, Kind.VERSION, element, standard.node()))
        .version(name, element.objectId(), standard.node(), label);
  }

  /** No IRI is given to another thing, also not that of what was deleted. */
  private Node free(Function<String, Node> numbered) {
    Node node = numbered.apply("");
    for (int n = 2; taken.contains(node) || !catalogue.revisions(node).isEmpty(); n++) {
      node = numbered.apply("-" + n);
    }
    return node;
  }

  private static Thing thing(Node node, Kind kind, Release.Element element, Node standard) {
    return new Thing(
        node,
        kind,
        element.objectId(),
        null,
        element.name(),
        null,
        null,
        null,
        null,
        standard,
        null);
  }

  private Draft made(Release.Element element, Thing thing) {
    taken.add(thing.node());
    things.put(element.id(), thing);
    line(Difference.Kind.ADDED, thing, "", "", "");
    Draft draft = draft(thing.node());
    Optional<Node> status =
        terms.concept(CodeLists.LEVENSFASE, element.property(statusOf(thing.kind())));
    status.ifPresent(draft::status);
    lives.put(thing.node(), status.orElse(null));
    return draft;
  }

  // Relations

  private void relations() {
    Map<String, Catalogued.Relation> byIdentifier = new HashMap<>();
    Map<Key, Catalogued.Relation> byKey = new HashMap<>();
    for (Catalogued.Relation relation : there.relations().values()) {
      byIdentifier.put(identifier(relation.node()), relation);
      if (relation.archimate() != null) {
        byKey.putIfAbsent(relation.key(), relation);
      }
    }
    for (Release.Relation relation : release.relations()) {
      Catalogued.Relation known = byIdentifier.get(own(relation.id(), relation.properties()));
      Optional<Key> key = known == null ? key(relation) : Optional.of(known.key());
      if (known != null && known.archimate() == null) {
        own.add(known.node());
      } else if (key.isPresent()) {
        related.computeIfAbsent(key.get(), none -> new ArrayList<>()).add(relation);
      }
    }
    related.forEach(
        (key, same) -> {
          if (byKey.containsKey(key)) {
            compare(byKey.get(key), same);
          } else {
            relate(key, same.get(0));
          }
        });
    for (Catalogued.Relation relation : byKey.values()) {
      if (!related.containsKey(relation.key()) && isSpokenOf(relation)) {
        line(Difference.Kind.ENDED, relation.from(), name(relation.key()), said(relation), "");
        draft(Iris.recordOf(relation.from())).dissolve(relation);
      }
    }
  }

  private static String identifier(Node node) {
    return Identifier.of(node.getURI());
  }

  /** What a relation of the file is to the catalogue; empty for what it does not hold. */
  private Optional<Key> key(Release.Relation relation) {
    Thing from = things.get(relation.from());
    Thing to = things.get(relation.to());
    if (to != null && groups.containsKey(relation.from()) && to.kind() != Kind.VERSION) {
      return relation.type().equals("Aggregation")
          ? Optional.of(new Key(to.node(), SC.IN_GROUP, groups.get(relation.from())))
          : notHeld(relation);
    }
    if (from == null || to == null) {
      return notHeld(relation);
    }
    if (from.kind() == Kind.VERSION || to.kind() == Kind.VERSION) {
      // That a version is one of a standard stands in the version itself.
      return Optional.empty();
    }
    if (to.kind() == Kind.STANDARD
        && from.kind() == Kind.ELEMENT
        && relation.type().equals("Realization")) {
      return Optional.of(new Key(to.node(), SC.APPLIES_TO, from.node()));
    }
    Optional<Node> type = Terms.relation(relation.type());
    return type.isEmpty()
        ? notHeld(relation)
        : Optional.of(new Key(from.node(), type.get(), to.node()));
  }

  private Optional<Key> notHeld(Release.Relation relation) {
    unknown(
        "relation "
            + relation.type()
            + (things.containsKey(relation.from()) && things.containsKey(relation.to())
                ? ""
                : " with what is not in the catalogue"));
    return Optional.empty();
  }

  private Node qualifier(Release.Relation relation) {
    String said =
        relation.name() == null ? relation.properties().get("Verbindingsrol") : relation.name();
    return terms.concept(CodeLists.GEMMA_KWALIFICATIE, said).orElse(null);
  }

  private String label(Release.Relation relation) {
    return qualifier(relation) == null && relation.name() != null && !relation.name().isEmpty()
        ? relation.name()
        : null;
  }

  /** Of several relations that are one to the catalogue, one that says what it says suffices. */
  private void compare(Catalogued.Relation known, List<Release.Relation> same) {
    boolean alike =
        same.stream()
            .anyMatch(
                it ->
                    Objects.equals(qualifier(it), known.qualifier())
                        && (label(it) == null
                            ? known.label() == null
                            : same(label(it), known.label())));
    if (!alike) {
      Release.Relation first = same.get(0);
      line(Difference.Kind.CHANGED, known.from(), name(known.key()), said(known), said(first));
      draft(Iris.recordOf(known.from())).name(known.node(), qualifier(first), label(first));
    }
  }

  private void relate(Key key, Release.Relation relation) {
    if (key.from().equals(key.to())) {
      unknown("relation " + relation.type() + " with itself");
      return;
    }
    line(Difference.Kind.ADDED, key.from(), name(key), "", said(relation));
    draft(key.from())
        .relate(
            key,
            terms.archimateRelation(relation.type()).orElseThrow(),
            qualifier(relation),
            label(relation));
  }

  /** A relation has ended when GEMMA had it, and the file could have had it. */
  private boolean isSpokenOf(Catalogued.Relation relation) {
    boolean group = relation.type().equals(SC.IN_GROUP);
    return isGemmas(relation.from()) && (group ? !groups.isEmpty() : isGemmas(relation.to()));
  }

  private boolean isGemmas(Node node) {
    Thing thing = there.byIdentifier().get(identifier(node));
    return thing != null && thing.living();
  }

  private static String name(Key key) {
    return Iris.lastSegment(key.type()) + " " + Iris.lastSegment(key.to());
  }

  private static String said(Catalogued.Relation relation) {
    return relation.qualifier() == null
        ? Objects.requireNonNullElse(relation.label(), "")
        : slug(relation.qualifier());
  }

  private String said(Release.Relation relation) {
    Node qualifier = qualifier(relation);
    return qualifier == null ? Objects.requireNonNullElse(label(relation), "") : slug(qualifier);
  }

  // What has ended, and what does not go together

  private void ended() {
    Set<String> present = new HashSet<>();
    release.elements().values().forEach(it -> present.add(it.objectId()));
    for (Thing thing : there.byObjectId().values()) {
      if (thing.living() && !present.contains(thing.objectId())) {
        line(Difference.Kind.ENDED, thing, "", "", "");
        draft(thing.node()).end(thing);
        for (String decision : there.bound().getOrDefault(thing.node(), List.of())) {
          line(Difference.Kind.CONTRADICTING, thing, "decision", decision, "not in the release");
        }
      }
    }
  }

  private static boolean isOver(Node life) {
    return life != null && ENDED.contains(slug(life));
  }

  private void contradictions() {
    for (Thing thing : new HashSet<>(things.values())) {
      if (isOver(lives.get(thing.node()))) {
        String life = slug(lives.get(thing.node()));
        for (String decision : there.bound().getOrDefault(thing.node(), List.of())) {
          line(Difference.Kind.CONTRADICTING, thing, "decision", decision, life);
        }
      }
    }
    related.forEach(
        (key, same) -> {
          boolean mandatory =
              same.stream()
                  .map(this::qualifier)
                  .anyMatch(it -> it != null && slug(it).equals("verplicht"));
          if (mandatory && key.type().equals(SC.APPLIES_TO) && isOver(lives.get(key.from()))) {
            String life = slug(lives.get(key.from()));
            line(Difference.Kind.CONTRADICTING, key.from(), name(key), "verplicht", life);
          }
        });
  }

  private void versions() {
    Map<Node, List<Node>> lifes = new HashMap<>();
    int rolling = 0;
    for (Map.Entry<String, Thing> entry : things.entrySet()) {
      Thing thing = entry.getValue();
      if (thing.kind() == Kind.VERSION && thing.living()) {
        lifes
            .computeIfAbsent(thing.standard(), none -> new ArrayList<>())
            .add(lives.get(thing.node()));
        String label = release.elements().get(entry.getKey()).property(LABEL);
        rolling += "actueel".equalsIgnoreCase(label) ? 1 : 0;
      }
    }
    for (Thing thing : new HashSet<>(things.values())) {
      if (thing.kind() == Kind.STANDARD && thing.living()) {
        List<Node> own = lifes.getOrDefault(thing.node(), List.of());
        Node life = lives.get(thing.node());
        boolean used = own.stream().anyMatch(it -> it != null && slug(it).equals("in-gebruik"));
        if (own.isEmpty()) {
          line(Difference.Kind.NOTED, thing, "it has no version", "", "");
        } else if (life != null && slug(life).equals("in-gebruik") && !used) {
          line(Difference.Kind.NOTED, thing, "in use, without a version in use", "", "");
        } else if (isOver(life) && used) {
          line(Difference.Kind.NOTED, thing, "ended, with a version in use", "", "");
        }
      }
    }
    if (rolling > 0) {
      line(Difference.Kind.NOTED, "", "", "", "versions that are called Actueel", "", "" + rolling);
    }
  }

  /** Those of what is taken over; a model of our own says with its own what the catalogue has. */
  private void properties() {
    things.keySet().stream()
        .map(release.elements()::get)
        .forEach(it -> properties(it.properties(), "elements"));
    related.values().stream()
        .flatMap(List::stream)
        .forEach(it -> properties(it.properties(), "relations"));
  }

  private void properties(Map<String, String> properties, String of) {
    if (IRI.stream().noneMatch(properties::containsKey)) {
      properties.keySet().stream()
          .filter(it -> !READ.contains(it))
          .forEach(it -> unknown("property " + it + " of " + of));
    }
  }

  // Lines and drafts

  private void unknown(String what) {
    unknown.merge(what, 1, Integer::sum);
  }

  private static String slug(Node concept) {
    return concept == null ? "" : Iris.lastSegment(concept);
  }

  private Draft draft(Node record) {
    return drafts.computeIfAbsent(
        record,
        it ->
            new Draft(
                it,
                state.record(it),
                state.current(it).map(Snapshot.Current::revision).orElse(0L),
                Difference.source(release, date),
                date));
  }

  private void changed(Thing thing, String property, String from, String to) {
    line(Difference.Kind.CHANGED, thing, property, from == null ? "" : from, to);
  }

  private void line(Difference.Kind kind, Node node, String property, String from, String to) {
    Thing thing = there.byIdentifier().get(identifier(node));
    if (thing == null) {
      line(kind, node.getURI(), "", "", property, from, to);
    } else {
      line(kind, thing, property, from, to);
    }
  }

  private void line(Difference.Kind kind, Thing thing, String property, String from, String to) {
    line(
        kind,
        thing.node().getURI(),
        Objects.requireNonNullElse(thing.objectId(), ""),
        Objects.requireNonNullElse(thing.title(), ""),
        property,
        from,
        to);
  }

  private void line(
      Difference.Kind kind,
      String thing,
      String objectId,
      String name,
      String property,
      String from,
      String to) {
    lines.add(new Line(kind, thing, objectId, name, property, from, to));
  }
}
