package nl.standaardencatalogus.server.page;

import java.util.List;

/** A label with its values: one line of a list of facts. */
public record Fact(String label, List<Link> values) {
  public Fact {
    values = List.copyOf(values);
  }

  /** The same, saying so where there is no value. */
  Fact orElse(String unknown) {
    return values.isEmpty() ? new Fact(label, List.of(Link.text(unknown))) : this;
  }
}
