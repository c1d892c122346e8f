package nl.standaardencatalogus.shapes;

/** The rules themselves are broken: a file that is missing, cannot be read or says too little. */
public final class ShapesException extends RuntimeException {
  ShapesException(String message, Throwable cause) {
    super(message, cause);
  }
}
