package nl.standaardencatalogus.catalogue;

/** Hears how far a task is that may take longer than a second. */
@FunctionalInterface
public interface Progress {
  /**
   * Says how far it is.
   *
   * @param task what is being done, in a few English words
   * @param done how much of it has been done
   * @param total how much there is to do; 0 when that is not known
   */
  void at(String task, long done, long total);

  /** For who does not want to know. */
  static Progress silent() {
    return (task, done, total) -> {};
  }
}
