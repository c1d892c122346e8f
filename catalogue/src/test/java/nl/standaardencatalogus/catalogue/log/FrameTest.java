package nl.standaardencatalogus.catalogue.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameTest {
  @TempDir Path folder;
  private RandomAccessFile file;

  @BeforeEach
  void open() throws IOException {
    file = new RandomAccessFile(folder.resolve("frames").toFile(), "rw");
  }

  @AfterEach
  void close() throws IOException {
    file.close();
  }

  @Test
  void what_is_written_is_read() throws IOException {
    byte[] first = bytes("one");
    byte[] second = bytes("two, with ë and 😀");
    int length = Frame.write(file, first);
    Frame.write(file, second);
    file.seek(0);
    assertArrayEquals(first, Frame.read(file).payload());
    assertEquals(length, file.getFilePointer());
    assertArrayEquals(second, Frame.read(file).payload());
  }

  @Test
  void a_frame_takes_its_payload_and_sixteen_bytes() throws IOException {
    assertEquals(16 + 3, Frame.write(file, bytes("one")));
  }

  @Test
  void a_frame_may_be_empty() throws IOException {
    Frame.write(file, new byte[0]);
    file.seek(0);
    assertEquals(Frame.State.WHOLE, Frame.read(file).state());
  }

  @Test
  void a_frame_that_goes_on_after_the_end_is_torn() throws IOException {
    int length = Frame.write(file, bytes("one"));
    for (int left = 0; left < length; left++) {
      file.setLength(left);
      file.seek(0);
      assertEquals(Frame.State.TORN, Frame.read(file).state(), left + " bytes");
    }
  }

  @Test
  void a_damaged_length_is_damage_and_not_a_torn_frame() throws IOException {
    Frame.write(file, bytes("one"));
    file.seek(4);
    file.write(0x7F);
    file.seek(0);
    assertEquals(Frame.State.DAMAGED, Frame.read(file).state());
  }

  @Test
  void zeros_between_frames_are_damage() throws IOException {
    file.write(new byte[64]);
    Frame.write(file, bytes("one"));
    file.seek(0);
    assertEquals(Frame.State.DAMAGED, Frame.read(file).state());
  }

  @Test
  void zeros_in_a_frame_that_is_followed_by_another_are_damage() throws IOException {
    int length = Frame.write(file, bytes("one and some more"));
    Frame.write(file, bytes("two"));
    file.seek(length - 10);
    file.write(new byte[10]);
    file.seek(0);
    assertEquals(Frame.State.DAMAGED, Frame.read(file).state());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
