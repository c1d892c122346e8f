package nl.standaardencatalogus.catalogue.question;

/** A value that a question cannot be asked with; the message names parameter, value and remedy. */
public final class BadValue extends RuntimeException {
  private final transient Parameter parameter;
  private final String value;

  BadValue(Parameter parameter, String value) {
    super(
        value == null
            ? "Parameter " + parameter.name() + " is missing: give " + parameter.expected()
            : "Parameter "
                + parameter.name()
                + " cannot be \""
                + value
                + "\": give "
                + parameter.expected());
    this.parameter = parameter;
    this.value = value;
  }

  /** The parameter that the value was given for. */
  public Parameter parameter() {
    return parameter;
  }

  /** The value as it was given; null when there was none. */
  public String value() {
    return value;
  }
}
