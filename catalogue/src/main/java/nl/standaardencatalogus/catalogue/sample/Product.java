package nl.standaardencatalogus.catalogue.sample;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A made-up product with which a municipality of the sample applies standards. */
record Product(String name, String supplier) {
  private static final Map<String, List<Choice>> BY_KIND =
      Table.rows("products.csv").stream()
          .map(
              row ->
                  new Choice(
                      row.get("kind"),
                      new Product(row.get("product"), row.get("supplier")),
                      Integer.parseInt(row.get("weight"))))
          .collect(Collectors.groupingBy(Choice::kind));

  private record Choice(String kind, Product product, int weight) {}

  /** What an organisation has of this kind: the same for every standard that the product does. */
  static Product of(String kind, String organisation) {
    List<Choice> choices = BY_KIND.get(kind);
    int whole = choices.stream().mapToInt(Choice::weight).sum();
    int left = Dice.about("product", kind, organisation).between(1, whole);
    for (Choice choice : choices) {
      left -= choice.weight();
      if (left <= 0) {
        return choice.product();
      }
    }
    throw new IllegalStateException("The weights of " + kind + " do not add up");
  }
}
