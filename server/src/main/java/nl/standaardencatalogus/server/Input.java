package nl.standaardencatalogus.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.facts.RecordFileException;
import nl.standaardencatalogus.catalogue.facts.RecordFiles;
import nl.standaardencatalogus.catalogue.revision.Change;
import org.apache.jena.graph.Node;

/**
 * The records in some files, and in which file each of them is.
 *
 * @param changes in the order of the files
 * @param files by record
 */
record Input(List<Change> changes, Map<Node, Path> files) {
  /** Reads every file; throws {@link BadInput} with all that is wrong with any of them. */
  static Input read(List<Path> paths) {
    List<Change> changes = new ArrayList<>();
    Map<Node, Path> files = new HashMap<>();
    List<String> wrong = new ArrayList<>();
    for (Path path : paths) {
      try {
        for (Change change : RecordFiles.read(path)) {
          Path other = files.putIfAbsent(change.record(), path);
          if (other != null) {
            wrong.add(path + ": " + change.record() + " is in " + other + " too");
          }
          changes.add(change);
        }
      } catch (RecordFileException e) {
        wrong.add(e.getMessage());
      }
    }
    if (!wrong.isEmpty()) {
      throw new BadInput(String.join("\n", wrong));
    }
    return new Input(changes, files);
  }
}
