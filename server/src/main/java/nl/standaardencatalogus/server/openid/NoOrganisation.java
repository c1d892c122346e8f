package nl.standaardencatalogus.server.openid;

/** That claims do not say for which organisation of the catalogue somebody acts. */
public final class NoOrganisation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoOrganisation(String message) {
    super(message);
  }
}
