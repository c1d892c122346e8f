package nl.standaardencatalogus.server;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.shapes.Rules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Serves the catalogue until the process is asked to end. */
@Command(
    name = "serve",
    description = "Serve the catalogue on the web; fills an empty data folder first.",
    mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {
  private static final Duration WARM_UP = Duration.ofSeconds(5);

  private final Console console;
  @Mixin private Folder folder;

  Serve(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = folder.settings(console);
    settings.lines().forEach(console.out()::println);
    CountDownLatch ended = new CountDownLatch(1);
    Running running = Running.start(settings, new Bar(console.err()), WARM_UP);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  running.close();
                  ended.countDown();
                },
                "end"));
    console.out().println(running.summary());
    console.out().println("The catalogue is on " + running.address());
    ended.await();
    return Exit.OK;
  }

  /** A catalogue and the server in front of it. */
  record Running(Catalogue catalogue, Server server) implements AutoCloseable {
    /**
     * Opens the folder, fills it when that is due, and serves it.
     *
     * @param warmUp how long the server asks itself for what visitors ask for
     */
    static Running start(Settings settings, Bar bar, Duration warmUp) {
      // Before a fill that takes long, not after it.
      Server.requireFree(settings);
      Rules rules = Rules.load();
      Catalogue catalogue = Catalogue.open(settings.data(), rules, bar);
      try {
        FirstFill fill = new FirstFill(catalogue, settings.data());
        if (!settings.sample() && fill.madeUp()) {
          throw new Unable(
              "The data folder "
                  + settings.data()
                  + " holds made-up declarations, which CATALOGUE_SAMPLE=false leaves out. They"
                  + " are part of its past and cannot be taken out of it: choose an empty folder,"
                  + " or set CATALOGUE_SAMPLE=true.");
        }
        if (fill.due()) {
          fill.fill(settings.sample(), bar);
        }
        bar.finish();
        return new Running(catalogue, Server.start(settings, catalogue, rules, warmUp));
      } catch (RuntimeException | Error e) {
        catalogue.close();
        throw e;
      }
    }

    String address() {
      return server.address();
    }

    String summary() {
      return "%,d records, %,d triples, %,d commits"
          .formatted(
              catalogue.snapshot().size(),
              catalogue.snapshot().graph().size(),
              catalogue.snapshot().sequence());
    }

    @Override
    public void close() {
      server.close();
      catalogue.close();
    }
  }
}
