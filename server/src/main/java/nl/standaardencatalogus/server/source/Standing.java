package nl.standaardencatalogus.server.source;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.standaardencatalogus.server.source.Fetched.Validators;

/**
 * Where the catalogue stands with one source.
 *
 * @param address where it was fetched
 * @param attempted when it was last asked for; null when it never was
 * @param succeeded when it was last had and read; null when it never was
 * @param ending how the last attempt ended; null before the first
 * @param detail what belongs to the ending, such as where it moved to
 * @param taken how many records the last attempt brought
 * @param commit the last commit that brought any; 0 for none
 * @param hash of what was last had
 * @param validators of what was last had
 * @param asides what of that was not taken, as far as there is room
 * @param asideInAll how many that were in all
 * @param agreed what source and catalogue last said alike, by the IRIs of records
 */
public record Standing(
    String address,
    Instant attempted,
    Instant succeeded,
    Ending ending,
    String detail,
    int taken,
    long commit,
    String hash,
    Validators validators,
    List<Aside> asides,
    int asideInAll,
    Map<String, Agreed> agreed) {
  public Standing {
    asides = List.copyOf(asides);
    agreed = Map.copyOf(agreed);
  }

  /**
   * A record as source and catalogue last had it alike.
   *
   * @param hash of its canonical graph, without the citation
   * @param revision the one that had it
   */
  record Agreed(String hash, long revision) {}

  /** Before the first visit. */
  static Standing none(OwnSource source) {
    return new Standing(
        source.address().toString(),
        null,
        null,
        null,
        "",
        0,
        0,
        "",
        Validators.NONE,
        List.of(),
        0,
        Map.of());
  }

  /** Whether the same document again would bring nothing, whatever happened in the catalogue. */
  boolean isSettled() {
    return succeeded != null && asideInAll == 0;
  }

  /** The same after an attempt that brought no document: what was known stays known. */
  Standing failed(Instant now, Ending how, String why) {
    return new Standing(
        address, now, succeeded, how, why, 0, commit, hash, validators, asides, asideInAll, agreed);
  }

  /** The same after an attempt that found the document as it was. */
  Standing same(Instant now, Validators newest) {
    return new Standing(
        address,
        now,
        now,
        Ending.NOTHING_NEW,
        "",
        0,
        commit,
        hash,
        newest,
        asides,
        asideInAll,
        agreed);
  }

  /** The agreed records in the order of their IRIs. */
  Map<String, Agreed> agreedInOrder() {
    return new TreeMap<>(agreed);
  }
}
