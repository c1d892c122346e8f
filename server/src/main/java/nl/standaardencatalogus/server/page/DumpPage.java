package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.standaardencatalogus.server.dump.Release;
import nl.standaardencatalogus.server.dump.ReleaseFiles;

/**
 * One dump: what is in it, its files, and the commands that prove it.
 *
 * @param files the files with data, the smallest first, then what comes with them
 * @param fetch commands that fetch what the proof needs
 * @param proof commands that prove it without a network
 */
public record DumpPage(
    Frame frame,
    String title,
    List<Fact> facts,
    List<File> files,
    String fetch,
    List<String> proof,
    boolean sample) {

  /** A file to fetch. */
  public record File(Link name, String size, String sha256) {}

  static DumpPage of(View view, Release release) {
    String title = view.t("dump.title", view.date(release.day().toString()));
    return new DumpPage(
        view.frame(
            title,
            "hergebruik",
            view.crumbs(
                view.section("reuse.title", "/hergebruik"),
                view.section("dumps", "/dumps/"),
                Link.text(release.day().toString())),
            false,
            List.<Link>of()),
        title,
        facts(view, release),
        files(view, release),
        fetch(view.publicUrl() + "/dumps/", release),
        proof(release),
        release.said().madeUp());
  }

  /** What a release is, in short. */
  static List<Fact> facts(View view, Release release) {
    Release.Said said = release.said();
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            view.t("dump.day"),
            List.of(
                new Link(
                    view.date(release.day().toString()),
                    view.href("/dumps/" + release.day() + "/")))));
    facts.add(new Fact(view.t("reuse.commit"), List.of(view.commit(said.sequence()))));
    facts.add(number(view, "reuse.records", said.records()));
    facts.add(number(view, "dump.triples", said.triples()));
    facts.add(new Fact(view.t("dump.canonical"), List.of(Link.text(said.canonical()))));
    said.previous()
        .ifPresent(
            before ->
                facts.add(
                    new Fact(
                        view.t("dump.previous"),
                        List.of(
                            new Link(
                                view.date(before.day().toString()),
                                view.href("/dumps/" + before.day() + "/")),
                            Link.text(before.sums())))));
    return facts;
  }

  private static Fact number(View view, String key, long number) {
    return new Fact(view.t(key), List.of(Link.text(view.texts().number(number))));
  }

  private static List<File> files(View view, Release release) {
    List<Release.Part> parts = new ArrayList<>(release.data());
    parts.sort(Comparator.comparing(Release.Part::bytes));
    release.files().values().stream().filter(part -> !parts.contains(part)).forEach(parts::add);
    return parts.stream()
        .map(
            part ->
                new File(
                    new Link(part.name(), "/dumps/" + release.day() + "/" + part.name()),
                    size(view, part.bytes()),
                    part.sha256()))
        .toList();
  }

  private static String size(View view, long bytes) {
    return bytes < 10_000
        ? view.texts().number(bytes) + " B"
        : bytes < 1_000_000
            ? view.texts().number(bytes / 1_000) + " kB"
            : view.texts().number(bytes / 100_000 / 10.0) + " MB";
  }

  private static String fetch(String dumps, Release release) {
    List<String> names =
        List.of(
            quads(release),
            ReleaseFiles.SUMS,
            ReleaseFiles.SIGNATURE,
            ReleaseFiles.GRAPHS,
            ReleaseFiles.DESCRIPTION);
    return "curl -fsSO "
        + dumps
        + ReleaseFiles.KEY
        + "\ncurl -fsSO \""
        + dumps
        + release.day()
        + "/{"
        + String.join(",", names)
        + "}\"";
  }

  private static List<String> proof(Release release) {
    return List.of(
        "openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in SHA256SUMS -sigfile"
            + " SHA256SUMS.sig",
        "sha256sum --ignore-missing -c SHA256SUMS",
        "zstdcat " + quads(release) + " | sha256sum | cut -c1-64 | grep -f - SHA256SUMS");
  }

  private static String quads(Release release) {
    return release.data().stream()
        .map(Release.Part::name)
        .filter(name -> name.endsWith(".nq.zst"))
        .findFirst()
        .orElseThrow();
  }
}
