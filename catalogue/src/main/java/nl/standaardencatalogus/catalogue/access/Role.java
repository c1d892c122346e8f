package nl.standaardencatalogus.catalogue.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an organisation is to the catalogue, and with that what it may change. */
public enum Role {
  /** Makes its own declarations, and says who else may. */
  MUNICIPALITY,
  /** Makes the declarations of municipalities that gave it a mandate. */
  COOPERATION,
  /** Puts declarations ready that a municipality looks at first: a supplier, or a colleague. */
  PREPARER,
  /** Changes any record, saying why. */
  EDITOR,
  /** Records procedures, meetings, decisions, advice, goals and projects. */
  SECRETARIAT,
  /** Hands out keys; changes no record. */
  ADMIN,
  /** Changes the standards that its organisation maintains or publishes, and their versions. */
  MAINTAINER;

  /** The role with this name, such as {@code editor}. */
  public static Optional<Role> named(String name) {
    return Arrays.stream(values()).filter(role -> role.text().equals(name)).findFirst();
  }

  /** Its name as settings, keys and tokens write it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
