package nl.standaardencatalogus.server.account;

import nl.standaardencatalogus.catalogue.access.Principal;

/** What somebody logged in with: a key of ours, or what a provider of identities says of him. */
public sealed interface Identity {
  /** What the ids begin with of who logs in at a provider of identities. */
  String ELSEWHERE = "openid_";

  /** What his own things are kept under: the same at each login, and nobody else's. */
  String id();

  /** Who acts. */
  Principal principal();

  /** With a key: it is looked at again with each request. */
  record OfKey(Key key) implements Identity {
    @Override
    public String id() {
      return key.id();
    }

    @Override
    public Principal principal() {
      return key.principal();
    }
  }

  /**
   * At a provider of identities.
   *
   * @param id has a sign in it that the id of a key cannot have
   * @param idToken what the provider said of him, shown to it when he logs out; a secret
   */
  record OfProvider(String id, Principal principal, String idToken) implements Identity {
    @Override
    public String toString() {
      return "OfProvider[" + id + ", " + principal + "]";
    }
  }
}
