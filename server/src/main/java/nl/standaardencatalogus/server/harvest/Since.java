package nl.standaardencatalogus.server.harvest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import javax.xml.namespace.QName;
import nl.standaardencatalogus.catalogue.validity.Validity;
import nl.standaardencatalogus.server.http.Problem;
import nl.standaardencatalogus.server.http.ProblemException;

/** The moment from which a harvester wants changes: an {@code xsd:date} or {@code xsd:dateTime}. */
final class Since {
  static final String NAME = "modifiedSince";
  private static final List<QName> KNOWN =
      List.of(DatatypeConstants.DATE, DatatypeConstants.DATETIME);

  private Since() {}

  /**
   * The moment in the values of the parameter; null when there are none. Without a time zone it is
   * meant in the time of the Netherlands.
   */
  static Instant of(List<String> values) {
    if (values.isEmpty()) {
      return null;
    }
    if (values.size() > 1) {
      throw refused(String.join(", ", values), "Give " + NAME + " once.");
    }
    String value = values.get(0);
    XMLGregorianCalendar time = read(value);
    TimeZone zone =
        time.getTimezone() == DatatypeConstants.FIELD_UNDEFINED
            ? TimeZone.getTimeZone(Validity.ZONE)
            : null;
    return time.toGregorianCalendar(zone, Locale.ROOT, null).toInstant();
  }

  private static XMLGregorianCalendar read(String value) {
    try {
      XMLGregorianCalendar time = DatatypeFactory.newInstance().newXMLGregorianCalendar(value);
      if (KNOWN.contains(time.getXMLSchemaType())) {
        return time;
      }
    } catch (IllegalArgumentException e) {
      // Falls through to the same refusal as a year or a time of day without a date.
    } catch (DatatypeConfigurationException e) {
      throw new IllegalStateException("Every Java reads the dates of XML Schema", e);
    }
    String hint = value.contains(" ") ? " A + in an address is written as %2B." : "";
    throw refused(
        value,
        NAME + " must be a date or a moment, such as 2026-10-30 or 2026-10-30T12:00:00Z." + hint);
  }

  private static ProblemException refused(String value, String detail) {
    return new ProblemException(
        Problem.of(400, detail).with("parameter", NAME).with("value", value));
  }

  /** Whoever misspells it must not take the whole description for what changed. */
  static void refuseOthers(Set<String> names) {
    names.stream()
        .filter(name -> !name.equals(NAME))
        .findFirst()
        .ifPresent(
            name -> {
              throw new ProblemException(
                  400, "The description has no parameter " + name + "; it has " + NAME + ".");
            });
  }
}
