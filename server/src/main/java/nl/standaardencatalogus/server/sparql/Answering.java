package nl.standaardencatalogus.server.sparql;

/** Answers the queries that people write on a page. */
public interface Answering {
  /** Answers a query within the limits; what is wrong with one is an answer too. */
  Answered answer(Asking asking);
}
