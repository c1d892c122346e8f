package nl.standaardencatalogus.catalogue.facts.tabular;

import java.util.ArrayList;
import java.util.List;

/** What the tables hold and the records do not, with the reason. */
final class Unplaced {
  private final List<String> lines = new ArrayList<>();

  void report(Line line, String reason) {
    lines.add(line.place() + ": " + reason);
  }

  void report(String place, String reason) {
    lines.add(place + ": " + reason);
  }

  List<String> lines() {
    return lines;
  }
}
