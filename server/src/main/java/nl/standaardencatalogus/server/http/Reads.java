package nl.standaardencatalogus.server.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Handler;

/** An address that can be read: a HEAD is answered as a GET is, without the body. */
public final class Reads {
  private Reads() {}

  /** Has a handler answer both; Javalin's own answer to a HEAD knows no header of the GET. */
  public static void add(JavalinConfig config, String path, Handler handler) {
    config.routes.get(path, handler);
    config.routes.head(path, handler);
  }
}
