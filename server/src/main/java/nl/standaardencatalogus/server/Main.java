package nl.standaardencatalogus.server;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Map;
import nl.standaardencatalogus.catalogue.CatalogueException;
import nl.standaardencatalogus.catalogue.LoadException;
import org.apache.jena.sys.JenaSystem;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line. */
@Command(
    name = "standaardencatalogus",
    description = "The linked-data catalogue of the standards of Dutch municipalities.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit codes: 0 done; 1 findings, refusals or differences; 2 wrong input;",
      "3 the data folder, the disk or the address cannot be used; 70 a fault in the program.",
      "Settings are environment variables that start with CATALOGUE_; see server/README.md."
    })
public final class Main implements Runnable {
  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(args, System.getenv(), System.out, System.err));
  }

  /** Runs a command; gives its exit code. */
  static int run(String[] args, Map<String, String> environment, PrintStream out, PrintStream err) {
    // Jena's classes can only be loaded in any order once it has been set up as a whole.
    JenaSystem.init();
    Console console = new Console(out, err, environment);
    CommandLine commands =
        new CommandLine(new Main())
            .addSubcommand(new Serve(console))
            .addSubcommand(new Import(console))
            .addSubcommand(new Delete(console))
            .addSubcommand(new Undo(console))
            .addSubcommand(new Export(console))
            .addSubcommand(new Validate(console))
            .addSubcommand(new Verify(console))
            .addSubcommand(new VerifyDump(console))
            .addSubcommand(new Sample(console))
            .addSubcommand(new Facts(console))
            .addSubcommand(new KeyCommand(console))
            .addSubcommand(new SourcesCommand(console))
            .addSubcommand(new GemmaCommand(console))
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .setExecutionExceptionHandler((e, line, parsed) -> explain(e, err));
    int code = commands.execute(args);
    if (!out.checkError()) {
      return code;
    }
    err.println("The results cannot be written: is the disk full, or the reader gone?");
    return code == Exit.OK ? Exit.UNABLE : code;
  }

  private static int explain(Exception e, PrintStream err) {
    err.println(e.getMessage());
    if (e instanceof Settings.BadSettings || e instanceof BadInput) {
      return Exit.BAD_INPUT;
    }
    // The only load is that of the program's own facts: when these are refused, it is at fault.
    boolean refused = e instanceof LoadException;
    if (e instanceof Unable || e instanceof CatalogueException && !refused) {
      return Exit.UNABLE;
    }
    LoggerFactory.getLogger(Main.class).error("The command failed", e);
    return Exit.FAULT;
  }

  @Override
  public void run() {
    throw new BadInput("Say which command to run; --help lists them.");
  }

  /** The version that Maven wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {version == null ? "development" : version};
    }
  }
}
