package nl.standaardencatalogus.server.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
  @ParameterizedTest
  @CsvSource({
    "bytes=0-9, 0, 9",
    "bytes=90-, 90, 99",
    "bytes=90-1000, 90, 99",
    "bytes=-10, 90, 99",
    "bytes=-1000, 0, 99",
    "bytes=99-99, 99, 99"
  })
  void a_part_is_cut_off_at_the_end(String header, long first, long last) {
    assertEquals(Optional.of(new ByteRange(first, last)), ByteRange.of(header, 100));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0"})
  void a_part_that_lies_outside_is_none(String header) {
    assertEquals(Optional.of(ByteRange.NONE), ByteRange.of(header, 100));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=5-4", "bytes=0-1,3-4", "lines=0-1", "bytes=-", "bytes=a-b", ""})
  void what_cannot_be_read_asks_for_the_whole(String header) {
    assertEquals(Optional.empty(), ByteRange.of(header, 100));
  }
}
