package nl.standaardencatalogus.server.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import nl.standaardencatalogus.catalogue.iri.Iris;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
  private static final Author EDITOR =
      new Author("sleutel", "redactie", Iris.organisation("vng-realisatie"));

  @TempDir private Path folder;

  private static Submission draft(String id) {
    Proposed change = new Proposed(Iris.standard("zaken-api"), 7, "");
    return new Submission(id, EDITOR, NOW, "Waarom", false, List.of(change), null, null, null);
  }

  @Test
  void what_was_kept_is_there_again() {
    Submission remark =
        new Submission(
            "00000000000000bb",
            Author.PUBLIC,
            NOW,
            "Omdat",
            true,
            List.of(),
            new Remark(Iris.standard("zaken-api"), "Titel", "Tekst", "https://example.org/"),
            null,
            new Verdict(EDITOR, NOW, "Nee", 0, null));
    Submission draft = draft("00000000000000aa");
    assertTrue(new Submissions(folder, 300).keep(draft));
    assertTrue(new Submissions(folder, 300).keep(remark));
    assertEquals(draft, new Submissions(folder, 300).of("00000000000000aa").orElseThrow());
    assertEquals(List.of(draft, remark), new Submissions(folder, 300).all(it -> true));
  }

  @Test
  void a_file_that_is_damaged_is_left_out() throws Exception {
    new Submissions(folder, 300).keep(draft("00000000000000aa"));
    Files.writeString(folder.resolve("00000000000000cc.json"), "{\"id\":");
    assertEquals(1, new Submissions(folder, 300).all(it -> true).size());
  }

  @Test
  void what_a_whole_release_says_may_be_longer_and_can_be_answered() {
    Submissions submissions = new Submissions(folder, 300);
    Proposed change = new Proposed(Iris.standard("zaken-api"), 7, "x".repeat(5 << 20));
    Submission release = draft("00000000000000aa").changing(List.of(change)).open(true, NOW);
    assertFalse(submissions.keep(release));
    assertTrue(submissions.keepWhole(release));
    Submission answered = release.answered(new Verdict(EDITOR, NOW, "Gezien", 8, null));
    assertTrue(submissions.keep(answered));
    assertEquals(answered, new Submissions(folder, 300).of(release.id()).orElseThrow());
  }

  @Test
  void one_author_does_not_fill_it() {
    Submissions few = new Submissions(folder, 2, 1);
    assertTrue(few.keep(draft("00000000000000a1")));
    assertTrue(few.keep(draft("00000000000000a2")));
    assertFalse(few.keep(draft("00000000000000a3")));
    assertTrue(few.keep(draft("00000000000000a2")), "it was there already");
    few.drop(draft("00000000000000a1"));
    assertTrue(few.keep(draft("00000000000000a3")));
  }

  @Test
  void a_seal_is_of_what_is_in_it() {
    Submission draft = draft("00000000000000aa");
    Proposed other = new Proposed(Iris.standard("zaken-api"), 8, "");
    assertEquals(draft.seal(), draft("00000000000000bb").seal());
    assertNotEquals(draft.seal(), draft.changing(List.of(other)).seal());
  }

  @Test
  void a_program_and_a_person_that_act_under_one_name_are_one() {
    Author program = new Author("anders", "redactie", Iris.organisation("vng-realisatie"));
    Author colleague = new Author("derde", "eindredactie", Iris.organisation("vng-realisatie"));
    assertTrue(EDITOR.isSame(program));
    assertFalse(EDITOR.isSame(colleague));
    assertFalse(Author.PUBLIC.isSame(Author.PUBLIC));
  }
}
