package nl.standaardencatalogus.server.http;

/**
 * Which version of the API there is: the first number is in every address of it, the whole in every
 * answer and in its description.
 */
public final class ApiVersion {
  /** What every address of the API starts with. */
  public static final String PATH = "/api/v1";

  /** By semantic versioning: the last number for what is mended, the middle one for what is new. */
  public static final String NUMBER = "1.1.0";

  private ApiVersion() {}
}
