package nl.standaardencatalogus.server.mine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.page.Language;

/**
 * What somebody had filled in when his session was found to have ended: once he is logged in again
 * a form about one declaration or record is there as a draft, and a table and what was ticked as
 * before.
 */
public final class Carried {
  /** The field of an address that says whether what was filled in was kept. */
  static final String KEPT = "bewaard";

  private static final String LOST = "nee";
  private static final String GONE = "weg";

  private final Drafts drafts;
  private final Uploads uploads;
  private final Others others;

  /** Keeps what was filled in in forms about other things than declarations. */
  public interface Others {
    /** Where it is there again; empty when it cannot be kept. */
    Optional<String> keep(Session session, String address, Map<String, List<String>> fields);
  }

  public Carried(Drafts drafts, Uploads uploads, Others others) {
    this.drafts = drafts;
    this.uploads = uploads;
    this.others = others;
  }

  /**
   * Keeps it.
   *
   * @param onwards the address that it was sent to
   * @return where it is there again
   */
  String keep(Session session, String onwards, Map<String, List<String>> fields) {
    String address = onwards.split("\\?")[0];
    String[] path = Language.strip(address).split("/");
    if (path.length > 2 && path[1].equals("bewerken")) {
      return others.keep(session, address, fields).orElse(address + "?" + KEPT + "=" + LOST);
    }
    if (path.length > 4) {
      boolean kept =
          OwnDeclaration.at(path[2], path[4], path.length > 5 ? path[5] : null)
              .filter(it -> keep(session, it, fields))
              .isPresent();
      return kept ? onwards : address + "?" + KEPT + "=" + LOST;
    }
    boolean table = path.length == 4 && Sheets.GRID.equals("/" + path[3]);
    if (!table && path.length != 3 || !path[2].matches("gm[0-9]{4}")) {
      return onwards;
    }
    Map<String, Map<String, String>> rows =
        table
            ? TypedRows.of(fields)
            : TypedRows.ticked(fields.getOrDefault(TypedRows.TICK, List.of()));
    String id = uploads.keepTable(session.owner(), Iris.municipality(path[2]), rows);
    return address + "?terug=" + id;
  }

  private boolean keep(Session session, OwnDeclaration about, Map<String, List<String>> fields) {
    return drafts.keep(
        session.owner(),
        new Drafts.Draft(about.record(), Declaring.based(fields), Declaring.typed(fields)));
  }

  /** Where it is told that what was filled in did not come along through a login elsewhere. */
  static String gone(String onwards) {
    return onwards.split("\\?")[0] + "?" + KEPT + "=" + GONE;
  }

  /** Whether an address says that what was filled in did not come along. */
  static boolean isGone(String kept) {
    return GONE.equals(kept);
  }

  /** Whether an address says that what was filled in could not be kept. */
  static boolean isLost(String kept) {
    return LOST.equals(kept);
  }
}
