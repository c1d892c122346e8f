package nl.standaardencatalogus.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.facts.RecordFileException;
import nl.standaardencatalogus.catalogue.facts.RecordFiles;
import nl.standaardencatalogus.catalogue.revision.Change;
import org.apache.jena.graph.Node;

/**
 * The records in some files, and in which files each of them is.
 *
 * @param changes one for each record, which may be spread over files
 * @param files by record
 */
record Input(List<Change> changes, Map<Node, List<Path>> files) {
  /** Reads every file; throws {@link BadInput} with all that is wrong with any of them. */
  static Input read(List<Path> paths) {
    Map<Path, List<Change>> read = new LinkedHashMap<>();
    List<String> wrong = new ArrayList<>();
    for (Path path : paths) {
      try {
        read.put(path, RecordFiles.read(path));
      } catch (RecordFileException e) {
        wrong.add(e.getMessage());
      }
    }
    if (!wrong.isEmpty()) {
      throw new BadInput(String.join("\n", wrong));
    }
    try {
      return new Input(RecordFiles.joined(read), files(read));
    } catch (RecordFileException e) {
      throw new BadInput(e.getMessage(), e);
    }
  }

  private static Map<Node, List<Path>> files(Map<Path, List<Change>> read) {
    Map<Node, List<Path>> files = new HashMap<>();
    read.forEach(
        (path, changes) ->
            changes.forEach(
                change ->
                    files.computeIfAbsent(change.record(), key -> new ArrayList<>()).add(path)));
    return files;
  }
}
