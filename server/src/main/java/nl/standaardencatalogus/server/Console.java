package nl.standaardencatalogus.server;

import java.io.PrintStream;
import java.util.Map;

/**
 * Where a command reads and writes.
 *
 * @param out for results
 * @param err for progress and complaints
 * @param environment for settings
 */
record Console(PrintStream out, PrintStream err, Map<String, String> environment) {}
