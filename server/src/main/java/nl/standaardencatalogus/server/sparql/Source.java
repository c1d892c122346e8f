package nl.standaardencatalogus.server.sparql;

import java.time.Instant;
import java.time.LocalDate;

/** Where an endpoint gets the data of a request from. */
@FunctionalInterface
public interface Source {
  /**
   * The data as it was known at a moment, restricted to what holds on a day; kept as it is until
   * the request has ended.
   *
   * @param asOf recorded time; null for now
   * @param validOn valid time; null for no restriction
   */
  Data at(Instant asOf, LocalDate validOn);
}
