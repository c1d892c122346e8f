package nl.standaardencatalogus.catalogue;

import java.util.List;

/**
 * What checking everything against the log brought to light.
 *
 * @param commits how many commits were checked
 * @param revisions how many revisions those hold
 * @param problems what is wrong, in English, a sentence each; empty when all is well
 */
public record Verification(long commits, long revisions, List<String> problems) {
  public Verification {
    problems = List.copyOf(problems);
  }

  /** Whether nothing is wrong. */
  public boolean passed() {
    return problems.isEmpty();
  }
}
