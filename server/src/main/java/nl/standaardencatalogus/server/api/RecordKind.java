package nl.standaardencatalogus.server.api;

import java.util.List;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.iri.ThingKind;
import nl.standaardencatalogus.catalogue.revision.Change;
import org.apache.jena.graph.Node;

/**
 * A kind of record that organisations keep themselves, and where each has its address in the API.
 *
 * @param what what it is called in sentences
 * @param paths where it is below the API, as the address says which one it is
 * @param folder what its identifiers have where the path has its first word
 * @param put why it is put, when whoever does so does not say
 * @param changed why it is put in the place of another
 * @param withdrawn why it is withdrawn, when whoever does so does not say
 * @param named how to name one
 */
record RecordKind(
    String what,
    List<String> paths,
    String folder,
    ThingKind kind,
    String put,
    String changed,
    String withdrawn,
    String named) {

  static final List<RecordKind> ALL =
      List.of(
          new RecordKind(
              "declaration",
              List.of(
                  "/declarations/{municipality}/{standard}",
                  "/declarations/{municipality}/{standard}/{version}"),
              "verklaring",
              ThingKind.DECLARATION,
              "Opgave gedaan",
              "Opgave bijgewerkt",
              "Opgave ingetrokken",
              "a municipality by its code, gm0363, and a standard by its slug"),
          new RecordKind(
              "mandate",
              List.of("/mandates/{municipality}/{organisation}"),
              "mandaat",
              ThingKind.MANDATE,
              "Mandaat gegeven",
              "Mandaat gewijzigd",
              "Mandaat ingetrokken",
              "a municipality by its code, gm0363, and the organisation by the end of its IRI, in"
                  + " small letters"),
          new RecordKind(
              "procedure",
              List.of("/procedures/{procedure}"),
              "procedure",
              ThingKind.PROCEDURE,
              "Procedure vastgelegd",
              "Procedure gewijzigd",
              "Procedure verwijderd",
              "the year and a slug, 2026-zaken-api"),
          new RecordKind(
              "meeting",
              List.of("/meetings/{meeting}"),
              "vergadering",
              ThingKind.MEETING,
              "Vergadering vastgelegd",
              "Vergadering gewijzigd",
              "Vergadering verwijderd",
              "the year and a slug, 2026-cvd-maart"),
          new RecordKind(
              "decision",
              List.of("/decisions/{decision}"),
              "besluit",
              ThingKind.DECISION,
              "Besluit vastgelegd",
              "Besluit gewijzigd",
              "Besluit verwijderd",
              "the year and a slug, 2026-zaken-api"));

  /** Why a change is made, when whoever makes it does not say. */
  String usual(Change change, long basedOn) {
    if (change.graph().isEmpty()) {
      return withdrawn;
    }
    return basedOn == 0 ? put : changed;
  }

  /** Whether it holds for everybody, and so is somebody else's to look at and needs a reason. */
  boolean isCommon() {
    return kind != ThingKind.DECLARATION && kind != ThingKind.MANDATE;
  }

  /** The record whose address has this tail after the first word. */
  Node record(String tail) {
    return Iris.thingAt(folder + "/" + tail);
  }
}
