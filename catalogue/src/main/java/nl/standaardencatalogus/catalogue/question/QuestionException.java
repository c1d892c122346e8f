package nl.standaardencatalogus.catalogue.question;

/** A question file that is missing, broken or asked under a name that does not exist. */
public final class QuestionException extends RuntimeException {
  QuestionException(String message) {
    super(message);
  }

  QuestionException(String message, Throwable cause) {
    super(message, cause);
  }
}
