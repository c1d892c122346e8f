package nl.standaardencatalogus.server.page;

import java.math.BigDecimal;

/** Amounts as people write them. */
public final class Money {
  private Money() {}

  /** An amount with its currency; with cents only where there are any. */
  public static String text(View view, String amount, String currency) {
    BigDecimal exact = new BigDecimal(amount).stripTrailingZeros();
    int decimals = exact.scale() <= 0 ? 0 : Math.max(2, exact.scale());
    return currency + "\u00a0" + view.texts().number(exact, decimals);
  }
}
