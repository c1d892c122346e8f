package nl.standaardencatalogus.server.http;

import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a request still had to say when it was answered. Jetty would close the connection with it
 * unread, and the client would see it reset where it should read the answer (RFC 9112, section
 * 9.6).
 */
final class Rest {
  private static final Logger LOG = LoggerFactory.getLogger(Rest.class);
  private static final int MOST_BYTES = 8 << 20;
  private static final long MOST_NANOSECONDS = 5_000_000_000L;

  private Rest() {}

  /** Takes it, at most 8 MiB and for about 5 seconds: who sends more than that is cut off. */
  static void take(InputStream rest) {
    long end = System.nanoTime() + MOST_NANOSECONDS;
    byte[] buffer = new byte[1 << 16];
    long taken = 0;
    try {
      for (int read = 0; read >= 0 && taken < MOST_BYTES && System.nanoTime() < end; ) {
        read = rest.read(buffer);
        taken += read;
      }
    } catch (IOException e) {
      LOG.debug("A client did not stay to the end of what it had to say", e);
    }
  }

  /**
   * Whether there is something to take: who waits to be asked for a body has not sent it, and one
   * that is sent in chunks does not say how long it is.
   */
  static boolean follows(long length, String coding, String expect) {
    return expect == null && (coding != null || length > 0 && length <= MOST_BYTES);
  }
}
