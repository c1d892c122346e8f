package nl.standaardencatalogus.server;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.document.Documents;
import nl.standaardencatalogus.server.page.Language;
import nl.standaardencatalogus.server.page.Texts;
import nl.standaardencatalogus.server.source.Aside;
import nl.standaardencatalogus.server.source.OwnSource;
import nl.standaardencatalogus.server.source.OwnSources;
import nl.standaardencatalogus.server.source.Standing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches what municipalities publish themselves now, and says what came of it. */
@Command(
    name = "sources",
    description = {
      "Fetch now what municipalities publish themselves, from the list in CATALOGUE_SOURCES: those"
          + " with these codes, or all. Says what is taken over, and what is set aside and why."
    },
    mixinStandardHelpOptions = true)
final class SourcesCommand implements Callable<Integer> {
  private final Console console;
  private final Texts texts = new Texts(Language.EN);
  @Mixin private Folder folder;

  @Option(
      names = "--replace",
      description =
          "Take over also what the catalogue has otherwise: entered here before there was a source,"
              + " or changed here since. Ask the municipality first; the history keeps all.")
  private boolean replace;

  @Parameters(arity = "0..*", paramLabel = "CODE", description = "Such as gm0363; all when none.")
  private List<String> codes = new ArrayList<>();

  SourcesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Settings settings = folder.settings(console);
    List<OwnSource> asked = asked(settings);
    return folder.withExisting(console, (catalogue, bar) -> visit(settings, catalogue, asked));
  }

  private List<OwnSource> asked(Settings settings) {
    if (settings.sources().sources().isEmpty()) {
      throw new BadInput("There are no sources: CATALOGUE_SOURCES names the file that lists them.");
    }
    for (String code : codes) {
      if (settings.sources().of(code).isEmpty()) {
        throw new BadInput(code + " has no source in " + settings.sources().file() + ".");
      }
    }
    return settings.sources().sources().stream()
        .filter(source -> codes.isEmpty() || codes.contains(source.code()))
        .toList();
  }

  private int visit(Settings settings, Catalogue catalogue, List<OwnSource> asked) {
    boolean clean = true;
    String publicUrl =
        settings.publicUrl() == null ? Iris.BASE.replaceAll("/$", "") : settings.publicUrl();
    try (OwnSources sources =
        Server.sources(settings, catalogue, publicUrl, Documents.contexts(publicUrl))) {
      for (OwnSource source : asked) {
        Standing standing = sources.visit(source, replace);
        tell(source, standing);
        clean &= standing.ending().isSuccess() && standing.asideInAll() == 0;
      }
    }
    return clean ? Exit.OK : Exit.FINDINGS;
  }

  private void tell(OwnSource source, Standing standing) {
    console
        .out()
        .println(
            source.code()
                + " <"
                + source.address()
                + ">: "
                + texts.get(
                    "source.ending." + standing.ending().text(),
                    standing.detail(),
                    standing.taken()));
    if (!standing.ending().isSuccess()) {
      if (standing.ending().detailIsProse() && !standing.detail().isEmpty()) {
        console.err().println("  " + standing.detail());
      }
      return;
    }
    for (Aside aside : standing.asides()) {
      console
          .err()
          .println(
              "  <" + aside.about() + ">: " + texts.get("source.aside." + aside.cause().text()));
      aside.findings().forEach(words -> console.err().println("    " + words.en()));
    }
    int more = standing.asideInAll() - standing.asides().size();
    if (more > 0) {
      console.err().println("  " + texts.get("source.more", more));
    }
  }
}
