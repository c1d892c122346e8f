package nl.standaardencatalogus.shapes;

import java.util.List;

/**
 * An application profile that the description of the catalogue for harvesters holds to, with rules
 * of its own. They speak about that description and not about records.
 */
public enum Profile {
  DCAT_AP("DCAT-AP 3", "DcatAp"),
  DCAT_AP_NL("DCAT-AP-NL 3", "DcatApNl"),
  ADMS_AP("ADMS-AP 2", "AdmsAp");

  private final String title;
  private final String file;

  Profile(String title, String file) {
    this.title = title;
    this.file = file;
  }

  /** Its name and major version. */
  public String title() {
    return title;
  }

  /** The files that its rules are in. */
  List<String> files() {
    return List.of("vormen.ttl", "harvest/" + file + ".ttl");
  }
}
