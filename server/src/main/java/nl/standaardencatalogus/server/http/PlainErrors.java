package nl.standaardencatalogus.server.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Jetty's own refusals (a malformed request, one that is too large) as problems too. */
public final class PlainErrors extends ErrorHandler {
  /** Jetty would leave who puts or deletes without a word. */
  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      String message,
      Throwable cause,
      Callback callback) {
    String detail = message == null ? "The request cannot be answered." : message;
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    String path = request.getHttpURI().getPath();
    if (path != null && path.startsWith(ApiVersion.PATH + "/")) {
      response.getHeaders().put("API-Version", ApiVersion.NUMBER);
    }
    response.write(true, ByteBuffer.wrap(Problem.of(code, detail).json()), callback);
  }
}
