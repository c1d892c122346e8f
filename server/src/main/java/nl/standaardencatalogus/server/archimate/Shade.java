package nl.standaardencatalogus.server.archimate;

import nl.standaardencatalogus.server.page.VersionLife;

/** The colour of an element in a view, by where it is in its life; its properties say the same. */
enum Shade {
  CURRENT(205, 232, 210),
  COMING(253, 233, 178),
  ENDED(246, 205, 198),
  UNKNOWN(236, 238, 241);

  private final int red;
  private final int green;
  private final int blue;

  Shade(int red, int green, int blue) {
    this.red = red;
    this.green = green;
    this.blue = blue;
  }

  /**
   * The colour for a point of a life.
   *
   * @param said whether anybody says where it is; nothing is current only because nobody ended it
   */
  static Shade of(VersionLife life, boolean said) {
    return switch (life) {
      case UNSUPPORTED, WITHDRAWN -> ENDED;
      case COMING -> COMING;
      case ALIVE -> said ? CURRENT : UNKNOWN;
    };
  }

  int red() {
    return red;
  }

  int green() {
    return green;
  }

  int blue() {
    return blue;
  }
}
