package nl.standaardencatalogus.catalogue.log;

import nl.standaardencatalogus.catalogue.CatalogueException;

/** The log cannot be read or cannot grow; the message says where and what to do. */
public final class LogException extends CatalogueException {
  private static final long serialVersionUID = 1;

  public LogException(String message) {
    super(message);
  }

  public LogException(String message, Throwable cause) {
    super(message, cause);
  }
}
