package nl.standaardencatalogus.server.sparql;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import nl.standaardencatalogus.server.http.Problem;

/**
 * An answer that is kept back until it is complete or has become large, so that a query that fails
 * half-way can still be answered with a problem. One that fails later breaks the connection: a
 * client must never take half an answer for a whole one.
 */
final class HeldResponse extends HttpServletResponseWrapper {
  private static final int KEPT = 4 << 20;
  private static final Set<String> OWN = Set.of("server", "vary", "pragma", "cache-control");

  private final long most;
  private final Output output = new Output();
  private ByteArrayOutputStream kept = new ByteArrayOutputStream(8192);
  private PrintWriter writer;
  private long written;
  private int status = 200;
  private Problem problem;

  HeldResponse(HttpServletResponse response, long most) {
    super(response);
    this.most = most;
  }

  /** Gives the answer up; whatever is written from now on is dropped. The first reason stays. */
  void fail(Problem why) {
    if (problem == null) {
      problem = why;
    }
  }

  /** Sends what was kept, or the problem. */
  void finish() throws IOException {
    if (writer != null) {
      writer.flush();
    }
    HttpServletResponse response = (HttpServletResponse) getResponse();
    if (problem == null && status >= 400) {
      problem = Problem.of(status, kept.toString(StandardCharsets.UTF_8).trim());
    }
    if (problem == null) {
      finishWhole(response);
    } else if (kept == null) {
      throw new IOException("Answer broken off: " + problem.detail());
    } else {
      if (problem.status() == 503) {
        response.setHeader("Retry-After", "60");
      }
      problem.send(response);
    }
  }

  private void finishWhole(HttpServletResponse response) throws IOException {
    if (kept != null) {
      response.setStatus(status);
      response.setContentLength(kept.size());
      kept.writeTo(response.getOutputStream());
    } else {
      response.getOutputStream().flush();
    }
  }

  @Override
  public void setStatus(int code) {
    status = code;
  }

  @Override
  public int getStatus() {
    return problem == null ? status : problem.status();
  }

  @Override
  public void sendError(int code, String message) {
    fail(Problem.of(code, message == null ? "The query cannot be answered." : message));
  }

  @Override
  public void sendError(int code) {
    sendError(code, null);
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return output;
  }

  @Override
  public PrintWriter getWriter() {
    if (writer == null) {
      writer = new PrintWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
    }
    return writer;
  }

  // Fuseki names itself, numbers requests and forbids keeping any answer: none of its business
  // here.
  @Override
  public void setHeader(String name, String value) {
    if (!OWN.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith("Fuseki-")) {
      super.setHeader(name, value);
    }
  }

  // The length that Fuseki announces for an error message is not that of the problem.
  @Override
  public void setContentLength(int length) {}

  @Override
  public void setContentLengthLong(long length) {}

  @Override
  public void flushBuffer() {}

  @Override
  public void resetBuffer() {
    if (kept != null) {
      kept.reset();
    }
  }

  @Override
  public void reset() {
    resetBuffer();
  }

  @Override
  public boolean isCommitted() {
    return kept == null;
  }

  private final class Output extends ServletOutputStream {
    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (problem != null) {
        return;
      }
      written += length;
      if (written > most) {
        fail(
            Problem.of(
                403,
                "The answer is larger than " + (most >> 20) + " MiB. Ask for less at a time."));
        return;
      }
      if (kept != null && written > KEPT) {
        getResponse().getOutputStream().write(kept.toByteArray());
        kept = null;
      }
      if (kept == null) {
        getResponse().getOutputStream().write(bytes, offset, length);
      } else {
        kept.write(bytes, offset, length);
      }
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException("Answers to queries are written in one go");
    }
  }
}
