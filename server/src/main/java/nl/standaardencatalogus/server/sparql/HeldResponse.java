package nl.standaardencatalogus.server.sparql;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import nl.standaardencatalogus.server.http.Gzip;
import nl.standaardencatalogus.server.http.Problem;

/**
 * An answer that is kept back until it is complete or has become large, so that a query that fails
 * half-way can still be answered with a problem. One that fails later breaks the connection: a
 * client must never take half an answer for a whole one.
 */
final class HeldResponse extends HttpServletResponseWrapper {
  private static final int KEPT = 4 << 20;
  private static final int LEAST_COMPRESSED = 1_400;
  private static final Set<String> OWN = Set.of("server", "vary", "pragma", "cache-control");

  private final HttpServletRequest request;
  private final long most;
  private final long start;
  private final Output output = new Output();
  private ByteArrayOutputStream kept = new ByteArrayOutputStream(8192);
  private PrintWriter writer;
  private long written;
  private int status = 200;
  private Problem problem;
  private String tag;
  private Answer again;
  private Consumer<Answer> keeper = answer -> {};
  private OutputStream stream;

  /**
   * A response that is kept back.
   *
   * @param most the size of an answer, in bytes, that is refused
   * @param start when the request came in, on the clock of {@link System#nanoTime}
   */
  HeldResponse(HttpServletRequest request, HttpServletResponse response, long most, long start) {
    super(response);
    this.request = request;
    this.most = most;
    this.start = start;
  }

  /** Says that the client has the answer already. */
  void unchanged(String name) {
    tag = name;
    status = HttpServletResponse.SC_NOT_MODIFIED;
  }

  /** Gives an answer that was given before. */
  void again(String name, Answer answer) {
    tag = name;
    again = answer;
  }

  /** Names the answer and, when it is whole and not too large, hands it over once it is sent. */
  void keep(String name, Consumer<Answer> to) {
    tag = name;
    keeper = to;
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
      String said = kept == null ? "" : kept.toString(StandardCharsets.UTF_8).trim();
      problem = Problem.of(status, said.isEmpty() ? "The answer has no such form." : said);
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
    if (status == HttpServletResponse.SC_NOT_MODIFIED) {
      response.setHeader("ETag", '"' + tag + '"');
      response.setStatus(status);
    } else if (again != null) {
      send(response, again);
    } else if (kept == null) {
      stream.close();
    } else if (tag == null || status != HttpServletResponse.SC_OK) {
      response.setStatus(status);
      send(response, kept.toByteArray());
    } else {
      Answer answer = Answer.of(getContentType(), kept.toByteArray());
      send(response, answer);
      keeper.accept(answer);
    }
  }

  private void send(HttpServletResponse response, Answer answer) throws IOException {
    boolean compressed = compressed() && answer.size() > LEAST_COMPRESSED;
    response.setContentType(answer.type());
    response.setHeader("ETag", '"' + tag + (compressed ? "-gz\"" : "\""));
    if (compressed) {
      response.setHeader("Content-Encoding", "gzip");
    }
    send(response, compressed ? answer.compressed() : answer.plain());
  }

  /** Says how long the answer took until its first byte, in milliseconds (Server Timing, W3C). */
  private void timed(HttpServletResponse response) {
    long microseconds = (System.nanoTime() - start) / 1000;
    response.setHeader("Server-Timing", "answer;dur=" + microseconds / 1e3);
  }

  private void send(HttpServletResponse response, byte[] bytes) throws IOException {
    timed(response);
    response.setContentLength(bytes.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(bytes);
    }
  }

  private boolean compressed() {
    return Gzip.accepted(request);
  }

  /** Begins to send an answer that is too large to be kept back. */
  private void flow() throws IOException {
    HttpServletResponse response = (HttpServletResponse) getResponse();
    if (tag != null) {
      // A weak one: the compression of a stream is not promised to be the same again.
      response.setHeader("ETag", "W/\"" + tag + '"');
    }
    if (request.getMethod().equals("HEAD")) {
      stream = OutputStream.nullOutputStream();
    } else if (compressed()) {
      response.setHeader("Content-Encoding", "gzip");
      stream = new GZIPOutputStream(response.getOutputStream(), 1 << 16);
    } else {
      stream = response.getOutputStream();
    }
    timed(response);
    kept.writeTo(stream);
    kept = null;
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
                    "The answer is larger than " + (most >> 20) + " MiB. Ask for less at a time.")
                .with("limit", "bytes"));
        return;
      }
      if (kept != null && written > KEPT) {
        flow();
      }
      if (kept == null) {
        stream.write(bytes, offset, length);
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
