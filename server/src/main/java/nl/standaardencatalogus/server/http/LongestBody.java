package nl.standaardencatalogus.server.http;

import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.Callback;

/** Refuses a request with a body of more than so many bytes, and lets its sender read that. */
public final class LongestBody extends SizeLimitHandler {
  private final long bytes;
  private final Predicate<String> others;

  public LongestBody(long bytes) {
    this(bytes, path -> false);
  }

  /**
   * The same, but for some.
   *
   * @param others the paths that another limit is for
   */
  public LongestBody(long bytes, Predicate<String> others) {
    super(bytes, -1);
    this.bytes = bytes;
    this.others = others;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (others.test(Request.getPathInContext(request))) {
      return getHandler().handle(request, response, callback);
    }
    long length = request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH);
    if (length > bytes && Rest.follows(length, null, request.getHeaders().get(HttpHeader.EXPECT))) {
      Rest.take(Content.Source.asInputStream(request));
    }
    return super.handle(request, response, callback);
  }
}
