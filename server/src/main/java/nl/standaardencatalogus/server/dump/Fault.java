package nl.standaardencatalogus.server.dump;

/**
 * Something about a release that is not as it should be.
 *
 * @param release the day of the release, or what stands for it
 * @param graph the IRI of the record whose graph it is; null when it is not about one
 * @param rule what does not hold
 * @param found how it does not
 * @param repair what to do
 */
public record Fault(String release, String graph, Rule rule, String found, String repair) {

  /** What must hold of a release. */
  public enum Rule {
    SIGNATURE("the signature belongs to SHA256SUMS and the key"),
    CHECKSUM("each file has the hash in SHA256SUMS"),
    DESCRIPTION("release.ttl says what SHA256SUMS says"),
    SYNTAX("the file can be read to its end"),
    ORDER("the lines are in code point order, each once"),
    CANONICAL("the canonical N-Quads have the signed hash"),
    GRAPH("each graph has the hash in graphs.sha256"),
    CHAIN("the release before it has the hash that it is named with");

    private final String text;

    Rule(String text) {
      this.text = text;
    }
  }

  /** All of it, for people. */
  public String text() {
    return "Release "
        + release
        + (graph == null ? "" : ", graph <" + graph + ">")
        + ": "
        + found
        + ". Rule: "
        + rule.text
        + ". Repair: "
        + repair;
  }
}
