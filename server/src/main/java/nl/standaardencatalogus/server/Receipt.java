package nl.standaardencatalogus.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Revision;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;

/**
 * What whoever changed something was given to prove it with: that a commit recorded these revisions
 * of these records, with these contents. Held against the log, which the chain of hashes vouches
 * for.
 */
final class Receipt {
  private final JsonObject said;

  private Receipt(JsonObject said) {
    this.said = said;
  }

  /** Reads one; throws {@link BadInput} for what is none. */
  static Receipt read(Path file) {
    try {
      JsonObject said = JSON.parse(Files.readString(file));
      said.getString("commitHash");
      said.getString("recorded");
      said.getNumber("sequence").longValue();
      if (said.getArray("revisions").map(value -> value.getAsObject()).toList().isEmpty()) {
        throw new BadInput(file + " is a receipt of nothing: it has no revisions.");
      }
      return new Receipt(said);
    } catch (IOException | JsonException | NullPointerException | ClassCastException e) {
      throw new BadInput(
          file
              + " is no receipt: it must have a commitHash, recorded, a sequence and revisions."
              + " That of a dry run proves nothing.");
    }
  }

  /** In what the catalogue says something else; empty when the receipt is right. */
  List<String> differences(Catalogue catalogue) {
    long number = said.getNumber("sequence").longValue();
    Optional<Commit> commit = catalogue.commit(number);
    if (commit.isEmpty()) {
      return List.of("There is no commit " + number + ".");
    }
    List<String> differences = new ArrayList<>();
    compare(differences, "commit " + number + " has the hash", commit.get().hash(), "commitHash");
    compare(
        differences,
        "commit " + number + " was recorded at",
        commit.get().recorded().toString(),
        "recorded");
    said.getArray("revisions")
        .forEach(value -> differences.addAll(differences(catalogue, value.getAsObject())));
    return differences;
  }

  private void compare(List<String> differences, String what, String is, String key) {
    String claimed = said.hasKey(key) ? said.getString(key) : null;
    if (!is.equals(claimed)) {
      differences.add(
          "In the catalogue " + what + " " + is + "; the receipt says " + claimed + ".");
    }
  }

  private static List<String> differences(Catalogue catalogue, JsonObject claimed) {
    String iri = claimed.getString("revision");
    return catalogue
        .revision(number(iri))
        .map(revision -> differences(revision, claimed))
        .orElseGet(() -> List.of("There is no revision " + iri + "."));
  }

  private static List<String> differences(Revision revision, JsonObject claimed) {
    List<String> differences = new ArrayList<>();
    String name = "Revision " + revision.number();
    if (!revision.record().getURI().equals(claimed.getString("record"))) {
      differences.add(
          name + " is of " + revision.record() + ", not of " + claimed.getString("record") + ".");
    }
    if (!revision.contentHash().equals(claimed.getString("contentHash"))) {
      differences.add(
          name
              + " has the content "
              + revision.contentHash()
              + ", not "
              + claimed.getString("contentHash")
              + ".");
    }
    return differences;
  }

  private static long number(String iri) {
    String start = Iris.revision(1).getURI();
    start = start.substring(0, start.length() - 1);
    String end = iri != null && iri.startsWith(start) ? iri.substring(start.length()) : "";
    return end.matches("[1-9][0-9]{0,17}") ? Long.parseLong(end) : 0;
  }
}
