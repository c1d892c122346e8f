package nl.standaardencatalogus.server.source;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Takes the bytes of a body, and hangs up at the first one over the most. For one body. */
final class Bounded implements BodySubscriber<Bounded.Body> {
  private final long most;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CompletableFuture<Body> body = new CompletableFuture<>();
  private Flow.Subscription subscription;

  Bounded(long most) {
    this.most = most;
  }

  /**
   * What was read.
   *
   * @param whole whether that is all of it
   */
  record Body(byte[] bytes, boolean whole) {}

  /** Reads nothing: what the headers say is enough. */
  static Bounded none() {
    return new Bounded(-1);
  }

  @Override
  public CompletionStage<Body> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    if (most < 0) {
      hangUp();
    } else {
      subscription.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    for (ByteBuffer part : parts) {
      if (body.isDone()) {
        return;
      }
      if (bytes.size() + (long) part.remaining() > most) {
        hangUp();
        return;
      }
      byte[] read = new byte[part.remaining()];
      part.get(read);
      bytes.write(read, 0, read.length);
    }
    subscription.request(1);
  }

  private void hangUp() {
    body.complete(new Body(new byte[0], false));
    subscription.cancel();
  }

  @Override
  public void onError(Throwable problem) {
    body.completeExceptionally(problem);
  }

  @Override
  public void onComplete() {
    body.complete(new Body(bytes.toByteArray(), true));
  }
}
