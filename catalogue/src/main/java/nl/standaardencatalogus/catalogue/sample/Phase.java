package nl.standaardencatalogus.catalogue.sample;

import java.time.LocalDate;

/** A phase that a declaration states, and the day from which it holds. */
record Phase(Step step, LocalDate from) {

  /** The phases of adoption, in their order; the names are those of the code list. */
  enum Step {
    NOT_APPLICABLE("niet-van-toepassing"),
    NO_PLANS("geen-plannen"),
    ORIENTATION("orientatie"),
    PLANNED("gepland"),
    IN_IMPLEMENTATION("in-implementatie"),
    IN_PRODUCTION("in-productie"),
    PHASED_OUT("uitgefaseerd");

    private final String concept;

    Step(String concept) {
      this.concept = concept;
    }

    String concept() {
      return concept;
    }

    /** Whether it means nothing without a version, where the standard has versions. */
    boolean needsVersion() {
      return compareTo(PLANNED) >= 0;
    }

    /** Whether production still lies ahead and has a date. */
    boolean hasPlan() {
      return this == PLANNED || this == IN_IMPLEMENTATION;
    }
  }
}
