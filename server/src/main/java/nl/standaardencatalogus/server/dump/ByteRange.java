package nl.standaardencatalogus.server.dump;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file, in bytes from 0 (RFC 9110 §14).
 *
 * @param first the first byte of it
 * @param last the last one
 */
record ByteRange(long first, long last) {
  private static final Pattern ONE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

  /** What is asked for lies outside the file. */
  static final ByteRange NONE = new ByteRange(0, -1);

  /**
   * The part that a header asks for: {@link #NONE} when there is no such part, and empty when the
   * whole file is to be sent, as for a header that cannot be read or that asks for several parts.
   */
  static Optional<ByteRange> of(String header, long size) {
    Matcher one = header == null ? null : ONE.matcher(header.replace(" ", ""));
    if (one == null || !one.matches() || one.group(1).isEmpty() && one.group(2).isEmpty()) {
      return Optional.empty();
    }
    if (one.group(1).isEmpty()) {
      long length = Math.min(Long.parseLong(one.group(2)), size);
      return Optional.of(length == 0 ? NONE : new ByteRange(size - length, size - 1));
    }
    long first = Long.parseLong(one.group(1));
    long last = one.group(2).isEmpty() ? size - 1 : Long.parseLong(one.group(2));
    if (last < first && first < size) {
      return Optional.empty();
    }
    return Optional.of(first >= size ? NONE : new ByteRange(first, Math.min(last, size - 1)));
  }

  long length() {
    return last - first + 1;
  }
}
