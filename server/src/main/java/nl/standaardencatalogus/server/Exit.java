package nl.standaardencatalogus.server;

/** The exit codes of the commands. */
final class Exit {
  /** Done, and nothing to complain about. */
  static final int OK = 0;

  /** Done, and there are findings, refusals or differences. */
  static final int FINDINGS = 1;

  /** Not done: the command, a setting or a file that was given cannot be used. */
  static final int BAD_INPUT = 2;

  /** Not done: the data folder, the disk or the address of the server cannot be used. */
  static final int UNABLE = 3;

  /** Not done, for a reason that the program does not know: a fault of its own. */
  static final int FAULT = 70;

  private Exit() {}
}
