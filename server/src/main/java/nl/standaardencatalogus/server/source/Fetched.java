package nl.standaardencatalogus.server.source;

import org.apache.jena.riot.Lang;

/** What came of asking for a document. */
sealed interface Fetched {
  /** The document, whole. */
  record Document(Lang lang, byte[] content, Validators validators) implements Fetched {}

  /** It is what it was when it had the validators that were sent along. */
  record Same() implements Fetched {}

  /**
   * It was not had.
   *
   * @param detail what belongs to the ending, such as the address that it moved to; may be empty
   */
  record Failed(Ending ending, String detail) implements Fetched {}

  /**
   * What a server says to know a version of a document by.
   *
   * @param etag the entity tag as it was sent; empty when there was none
   * @param lastModified the header as it was sent; empty when there was none
   */
  record Validators(String etag, String lastModified) {
    static final Validators NONE = new Validators("", "");
  }
}
