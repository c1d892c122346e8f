package nl.standaardencatalogus.server.openid;

/** That the provider of identities gives no answer, or none that can be used, for now. */
public final class ProviderUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ProviderUnavailable(String message) {
    super(message);
  }
}
