package nl.standaardencatalogus.catalogue.snapshot;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import com.github.andrewoma.dexx.collection.HashMap;
import com.github.andrewoma.dexx.collection.Map;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.log.Chain;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Provenance;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.catalogue.triples.NumberedGraph;
import nl.standaardencatalogus.catalogue.validity.Validity;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * A state of the catalogue that is still being worked on, and that becomes a {@link Snapshot}. For
 * one thread.
 *
 * <p>Applying a commit is a function of state and commit and nothing else: numbers, times and
 * hashes are in the commit.
 */
public final class Draft {
  private static final String PROV = "http://www.w3.org/ns/prov#";
  private static final Node GENERATED_AT_TIME = NodeFactory.createURI(PROV + "generatedAtTime");
  private static final Node WAS_ATTRIBUTED_TO = NodeFactory.createURI(PROV + "wasAttributedTo");
  private static final Node WAS_GENERATED_BY = NodeFactory.createURI(PROV + "wasGeneratedBy");

  private NumberedGraph triples;
  private Map<Node, Snapshot.Current> current;
  private long sequence;
  private Instant recorded;
  private String hash;
  private LocalDate day = LocalDate.MIN;

  /** With more than these it is quicker to work out all that a municipality declares. */
  private static final int FEW = 4;

  /** In days: what follows further away is worked out from nothing. */
  private static final int FAR = 60;

  /** About what something else is declared since what follows from that was last worked out. */
  private final Set<Matter> changed = new HashSet<>();

  private boolean otherChanges;

  /** A standard or a version, as far as a municipality declares something about it. */
  private record Matter(Node municipality, Node subject) {}

  private Draft(
      NumberedGraph triples,
      Map<Node, Snapshot.Current> current,
      long sequence,
      Instant recorded,
      String hash) {
    this.triples = triples;
    this.current = current;
    this.sequence = sequence;
    this.recorded = recorded;
    this.hash = hash;
  }

  /** The state before the first commit: only the vocabulary. */
  public static Draft empty(Graph vocabulary) {
    NumberedGraph triples = new NumberedGraph();
    vocabulary.stream().forEach(triples::add);
    return new Draft(triples, HashMap.empty(), 0, Instant.EPOCH, Chain.BEFORE_FIRST);
  }

  /** A state that begins as a snapshot is; the snapshot stays as it was. */
  public static Draft of(Snapshot snapshot) {
    MemorySnapshot from = (MemorySnapshot) snapshot;
    Draft draft =
        new Draft(
            from.triples().copy(), from.current(), from.sequence(), from.recorded(), from.hash());
    draft.day = from.day();
    return draft;
  }

  public long sequence() {
    return sequence;
  }

  public Instant recorded() {
    return recorded;
  }

  public String hash() {
    return hash;
  }

  /** The triples as they are now; for looking only. */
  public Graph graph() {
    return triples;
  }

  /** The record's IRI and those of its parts, as they are now. */
  public Set<Node> subjects(Node record) {
    Set<Node> subjects = new HashSet<>();
    subjects.add(record);
    RecordGraph.triples(triples, record).forEach(triple -> subjects.add(triple.getSubject()));
    return subjects;
  }

  /** Where a record stands now; null when there is none. */
  public Snapshot.Current current(Node record) {
    return current.get(record);
  }

  /** Brings in what a commit of the log says. */
  public void apply(Commit commit) {
    for (Revision revision : commit.revisions()) {
      if (revision.kind() == Kind.DELETE) {
        put(revision.record(), Graph.emptyGraph, null);
      } else {
        put(revision.record(), CanonicalGraph.read(revision.content()), place(commit, revision));
      }
    }
    reach(commit.number(), commit.recorded(), commit.hash());
  }

  /** Where a revision puts its record. */
  public static Snapshot.Current place(Commit commit, Revision revision) {
    return new Snapshot.Current(
        revision.number(),
        commit.number(),
        commit.recorded(),
        commit.onBehalfOf(),
        revision.contentHash());
  }

  /** Says up to which commit this state goes. */
  public void reach(long sequence, Instant recorded, String hash) {
    this.sequence = sequence;
    this.recorded = recorded;
    this.hash = hash;
  }

  /**
   * Gives a record this graph and this place; takes it out when the place is null.
   *
   * @return what puts it back as it was
   */
  public Runnable put(Node record, Graph graph, Snapshot.Current place) {
    Snapshot.Current placeBefore = current.get(record);
    List<Triple> before = placeBefore == null ? List.of() : RecordGraph.triples(triples, record);
    remove(record, before, placeBefore);
    List<Triple> after = place == null ? List.of() : graph.find().toList();
    add(record, after, place);
    noteChange(before);
    noteChange(after);
    return () -> {
      remove(record, after, place);
      add(record, before, placeBefore);
    };
  }

  private void noteChange(List<Triple> own) {
    List<Node> municipalities = objects(own, SC.MUNICIPALITY);
    for (Node municipality : municipalities) {
      Stream.of(SC.STANDARD, SC.VERSION)
          .flatMap(property -> objects(own, property).stream())
          .forEach(subject -> changed.add(new Matter(municipality, subject)));
    }
    otherChanges |= municipalities.isEmpty() && !own.isEmpty();
  }

  private static List<Node> objects(List<Triple> own, Node property) {
    return own.stream()
        .filter(triple -> triple.getPredicate().equals(property))
        .map(Triple::getObject)
        .toList();
  }

  /**
   * Brings what follows on a day up to date with all changes. Only what the changes touch, and what
   * begins or ends on the way from the day before, is worked out anew while that is not too much.
   */
  public void follow(Validity validity, LocalDate today) {
    boolean other = otherChanges || !today.equals(day);
    if (Math.abs(ChronoUnit.DAYS.between(day, today)) > FAR) {
      forget();
      validity.adoption(triples, today).forEach(this::add);
      validity.standards(triples, today).forEach(this::add);
      day = today;
    } else {
      if (!today.equals(day)) {
        noteDays(day, today);
      }
      day = today;
      changed.stream()
          .collect(groupingBy(Matter::municipality, mapping(Matter::subject, toSet())))
          .forEach((municipality, subjects) -> follow(validity, municipality, subjects));
      if (other) {
        replace(Validity.OF_STANDARDS, validity.standards(triples, day));
      }
    }
    changed.clear();
    otherChanges = false;
  }

  /** Something may follow from a declaration on the one day and not on the other. */
  private void noteDays(LocalDate one, LocalDate other) {
    for (Node property : Validity.DATES_OF_ADOPTION) {
      triples
          .objects(property)
          .filter(date -> Validity.matters(date, one, other))
          .flatMap(date -> triples.stream(Node.ANY, property, date))
          .map(dated -> Iris.recordOf(dated.getSubject()))
          .forEach(record -> noteChange(RecordGraph.triples(triples, record)));
    }
  }

  /** Most of what follows from a municipality's declarations stays when one of them changes. */
  private void follow(Validity validity, Node municipality, Set<Node> subjects) {
    if (subjects.size() > FEW) {
      replace(municipality, Node.ANY, validity.adoption(triples, day, municipality));
    } else {
      subjects.forEach(
          subject ->
              replace(
                  municipality, subject, validity.adoption(triples, day, municipality, subject)));
    }
  }

  private void replace(Node municipality, Node subject, Set<Triple> wanted) {
    Stream<Triple> ofMunicipality =
        Validity.OF_MUNICIPALITIES.stream()
            .flatMap(property -> triples.stream(municipality, property, subject));
    Stream<Triple> ofDeclarations =
        triples.stream(Node.ANY, SC.MUNICIPALITY, municipality)
            .map(Triple::getSubject)
            .filter(declaration -> isAbout(declaration, subject))
            .flatMap(declaration -> triples.stream(declaration, SC.CURRENT_PHASE, Node.ANY));
    Stream.concat(ofMunicipality, ofDeclarations)
        .filter(triple -> !wanted.contains(triple))
        .toList()
        .forEach(triples::delete);
    wanted.forEach(this::add);
  }

  private boolean isAbout(Node declaration, Node subject) {
    return subject.equals(Node.ANY)
        || triples.contains(declaration, SC.STANDARD, subject)
        || triples.contains(declaration, SC.VERSION, subject);
  }

  private void forgetPhase(Node declaration) {
    triples.find(declaration, SC.CURRENT_PHASE, Node.ANY).toList().forEach(triples::delete);
  }

  private void replace(List<Node> properties, Set<Triple> wanted) {
    for (Node property : properties) {
      triples
          .find(Node.ANY, property, Node.ANY)
          .filterDrop(wanted::contains)
          .toList()
          .forEach(triples::delete);
    }
    wanted.forEach(this::add);
  }

  private void forget() {
    replace(Validity.OF_MUNICIPALITIES, Set.of());
    replace(Validity.OF_STANDARDS, Set.of());
    replace(List.of(SC.CURRENT_PHASE), Set.of());
  }

  /** Leaves only what holds on a day (valid time), and what follows on that day. */
  public void restrict(Validity validity, LocalDate to) {
    forget();
    validity.keep(triples, to);
    for (Node record : current.keys()) {
      if (!triples.contains(record, Node.ANY, Node.ANY)) {
        derived(record, current.get(record)).forEach(triples::delete);
        current = current.remove(record);
      }
    }
    day = LocalDate.MIN;
    follow(validity, to);
  }

  private void remove(Node record, List<Triple> own, Snapshot.Current place) {
    own.forEach(triples::delete);
    forgetPhase(record);
    if (place != null) {
      derived(record, place).forEach(triples::delete);
      current = current.remove(record);
    }
  }

  /** Says where a record stands whose triples come separately. */
  void place(Node record, Snapshot.Current place) {
    derived(record, place).forEach(this::add);
    current = current.put(record, place);
  }

  private void add(Node record, List<Triple> own, Snapshot.Current place) {
    own.forEach(this::add);
    if (place != null) {
      place(record, place);
    }
  }

  void add(Triple triple) {
    triples.add(triple);
  }

  /** What the snapshot says of a record's current revision. */
  public static List<Triple> derived(Node record, Snapshot.Current place) {
    Node revision = Iris.revision(place.revision());
    List<Triple> derived = new ArrayList<>(6);
    derived.add(Triple.create(record, SC.CURRENT_REVISION, revision));
    derived.add(Triple.create(revision, RDF.type.asNode(), SC.REVISION_CLASS));
    derived.add(
        Triple.create(
            revision,
            SC.REVISION_NUMBER,
            NodeFactory.createLiteralDT(Long.toString(place.revision()), XSDDatatype.XSDinteger)));
    derived.add(Triple.create(revision, GENERATED_AT_TIME, Provenance.time(place.recorded())));
    derived.add(Triple.create(revision, WAS_ATTRIBUTED_TO, place.onBehalfOf()));
    derived.add(Triple.create(revision, WAS_GENERATED_BY, Iris.commit(place.commit())));
    return derived;
  }

  /** The snapshot of this state. The draft is used up: it cannot be changed after this. */
  public Snapshot finish() {
    NumberedGraph finished = triples.freeze();
    triples = null;
    return new MemorySnapshot(sequence, recorded, hash, day, finished, current);
  }
}
