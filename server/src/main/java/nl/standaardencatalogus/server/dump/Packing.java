package nl.standaardencatalogus.server.dump;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** In what the files of a release are compressed; the same bytes always become the same file. */
public enum Packing {
  GZIP("gz", "application/gzip", "gzip"),
  ZSTD("zst", "application/zstd", "zstd");

  private static final int BUFFER = 1 << 16;

  private final String suffix;
  private final String type;
  private final String title;

  Packing(String suffix, String type, String title) {
    this.suffix = suffix;
    this.type = type;
    this.title = title;
  }

  /** The end of a file's name, without the dot. */
  public String suffix() {
    return suffix;
  }

  /** Its media type. */
  public String type() {
    return type;
  }

  /** What people call it. */
  public String title() {
    return title;
  }

  OutputStream pack(OutputStream out) throws IOException {
    return this == GZIP ? new FastGzip(out) : new ZstdOutputStream(out).setChecksum(true);
  }

  InputStream unpack(InputStream in) throws IOException {
    return this == GZIP ? new GZIPInputStream(in, BUFFER) : new ZstdInputStream(in);
  }

  /** The usual level takes twice as long; who wants the smallest file takes the other packing. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
