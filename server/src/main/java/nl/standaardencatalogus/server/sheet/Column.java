package nl.standaardencatalogus.server.sheet;

import nl.standaardencatalogus.shapes.FormShape.Field;
import nl.standaardencatalogus.shapes.FormShape.Text;

/**
 * A column of the sheet.
 *
 * @param group the field whose parts this is about; null for a field of the record itself
 * @param index which of the parts, counted from 1; 0 without group
 * @param field the field; null for the roles that have none
 * @param heading what stands above it
 */
public record Column(Role role, Field group, int index, Field field, Text heading) {
  /** What a column is for. */
  public enum Role {
    /** Which record the row is about: never changes. */
    KEY,
    /** The revision that the row was made from. */
    REVISION,
    /** The name of the standard, for reading. */
    STANDARD,
    /** How the standard binds, for reading. */
    FORCE,
    /** Whether what is declared still holds. */
    CONFIRM,
    /** What of the record has no place in the sheet, for reading. */
    LEFT_OUT,
    /** What somebody fills in. */
    FIELD
  }

  /** A name that is the same in every file. */
  public String name() {
    if (role != Role.FIELD) {
      return role.name();
    }
    return group == null ? field.name() : group.name() + "." + index + "." + field.name();
  }
}
