package nl.standaardencatalogus.server.mine;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.server.sheet.Download;
import nl.standaardencatalogus.server.sheet.Grid;
import nl.standaardencatalogus.server.sheet.Key;
import org.apache.jena.graph.Node;

/**
 * What was typed in a table, made from what there is now: of a declaration that somebody else
 * changed meanwhile what was left as it was shown follows that change, and what was typed stays.
 *
 * @param typed what stands in the cells of a row, by its key
 * @param overtaken the declarations that were changed meanwhile; only for who is shown that
 */
record Rebased(Map<String, Map<String, String>> typed, Set<Node> overtaken) {
  static Rebased of(
      View view, Grid grid, List<Download.Entry> entries, Map<String, Map<String, String>> typed) {
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    Set<Node> overtaken = new HashSet<>();
    Map<String, Map.Entry<String, Map<String, String>>> all = TypedRows.byDeclaration(typed);
    for (Download.Entry entry : entries) {
      Optional.ofNullable(all.get(Key.of(entry.record())))
          .ifPresent(
              row -> {
                String revision = row.getValue().getOrDefault(Grid.REVISION, "");
                long based = revision.isEmpty() ? 0 : Long.parseLong(revision);
                if (based == entry.revision()) {
                  rows.put(row.getKey(), row.getValue());
                } else {
                  overtaken.add(entry.record());
                  Map<String, String> own =
                      own(grid, SheetEntries.seen(view, entry, based), row.getValue());
                  own.put(
                      Grid.REVISION, entry.revision() == 0 ? "" : String.valueOf(entry.revision()));
                  rows.put(Key.of(entry.record()) + "@" + entry.revision(), own);
                }
              });
    }
    return new Rebased(rows, overtaken);
  }

  /** The cells that were changed; what was ticked as still right was something else. */
  private static Map<String, String> own(
      Grid grid, Download.Entry before, Map<String, String> cells) {
    Map<String, String> own = new LinkedHashMap<>(cells);
    own.remove(TypedRows.TICK);
    for (Grid.Shown line : grid.lines(List.of(before), Map.of())) {
      line.cells().forEach(cell -> own.remove(cell.name(), cell.value()));
    }
    return own;
  }
}
