package nl.standaardencatalogus.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a request still had to say when it was answered. Jetty would close the connection with it
 * unread, and the client would see it reset where it should read the answer (RFC 9112, section
 * 9.6). That is a courtesy: who makes use of it without sending anything keeps few threads waiting.
 */
final class Rest {
  private static final Logger LOG = LoggerFactory.getLogger(Rest.class);
  private static final int MOST_BYTES = 8 << 20;
  private static final long MOST_NANOSECONDS = 5_000_000_000L;

  /** A read waits as long as a connection may be idle; others are cut off meanwhile. */
  private static final Semaphore WAITING = new Semaphore(8);

  private Rest() {}

  /** Takes it as far as the server takes bodies, at most 8 MiB; whoever sends more is cut off. */
  static void take(InputStream rest) {
    if (!WAITING.tryAcquire()) {
      return;
    }
    long end = System.nanoTime() + MOST_NANOSECONDS;
    byte[] buffer = new byte[1 << 16];
    long taken = 0;
    try {
      for (int read = 0; read >= 0 && taken < MOST_BYTES && System.nanoTime() < end; ) {
        read = rest.read(buffer);
        taken += read;
      }
    } catch (IOException | HttpException.RuntimeException e) {
      // The answer that there is stands, also when the body turns out to be larger than any may be.
      LOG.debug("A client did not stay to the end of what it had to say", e);
    } finally {
      WAITING.release();
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
