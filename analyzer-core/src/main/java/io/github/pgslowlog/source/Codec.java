package io.github.pgslowlog.source;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4FrameInputStream;
import net.jpountz.xxhash.XXHashFactory;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Decompressors of libraries, each with its limits.
 *
 * <p>All of them read streams (or frames) one after the other and hold no more than one window or
 * block in memory.
 */
enum Codec {
  /**
   * Blocks of at most 900 kB. One that cannot be decoded is lost as a whole; one whose checksum is
   * wrong was returned when that is seen.
   */
  BZIP2("bzip2", "bzcat") {
    @Override
    InputStream open(InputStream in) throws IOException {
      return new BZip2CompressorInputStream(in, true);
    }

    /** Byte by byte: a longer read would lose the block before a damaged one. */
    @Override
    int read(InputStream in, byte[] target, int offset, int length) throws IOException {
      int value = in.read();
      if (value < 0) {
        return -1;
      }
      target[offset] = (byte) value;
      return 1;
    }
  },
  /** A chunk of at most 64 KiB is lost where a stream is cut. */
  XZ("xz", "xzcat") {
    @Override
    InputStream open(InputStream in) throws IOException {
      return new XZInputStream(in, MEMORY_LIMIT_BYTES >> 10);
    }
  },
  /** The library is native; it brings its own files for the usual platforms. */
  ZSTD("zstd", "zstd -dc --long=31") {
    @Override
    InputStream open(InputStream in) throws IOException {
      ZstdInputStreamNoFinalizer zstd = new ZstdInputStreamNoFinalizer(in);
      zstd.setLongMax(ZSTD_WINDOW_LOG);
      return zstd;
    }
  },
  /** Frames with independent blocks only, as the command writes them; Java code only. */
  LZ4("lz4", "lz4cat") {
    @Override
    InputStream open(InputStream in) throws IOException {
      return new LZ4FrameInputStream(
          in, LZ4Factory.safeInstance().safeDecompressor(), XXHashFactory.safeInstance().hash32());
    }
  };

  /** 128 MiB: what {@code xz -9} (65 MiB) and {@code zstd} without {@code --long} need fits. */
  static final int MEMORY_LIMIT_BYTES = 128 << 20;

  private static final int ZSTD_WINDOW_LOG = 27;

  private final String label;
  private final String program;

  Codec(String label, String program) {
    this.label = label;
    this.program = program;
  }

  /** Opens a decompressor; it may read and throw already. */
  abstract InputStream open(InputStream in) throws IOException;

  /** Reads some bytes, -1 at the end. */
  int read(InputStream in, byte[] target, int offset, int length) throws IOException {
    return in.read(target, offset, length);
  }

  String label() {
    return label;
  }

  /** What to do where this program cannot read the stream but another one can. */
  String remedy() {
    return "decompress it and pipe it in: " + program + " FILE | pgslowlog analyze -";
  }

  /**
   * What the message of a library means.
   *
   * @param message what the library says
   * @param started whether anything was decompressed before
   */
  String why(String message, boolean started) {
    if (message.contains("memory")) {
      return "it needs more than "
          + (MEMORY_LIMIT_BYTES >> 20)
          + " MiB of memory to read; "
          + remedy();
    }
    if (started && isJunk(message)) {
      return "bytes behind the end are not " + label;
    }
    if (message.contains("unsupported") || message.contains("Unsupported")) {
      return "it uses a feature that is not read here; " + remedy();
    }
    boolean checksum =
        message.contains("CRC") || message.contains("hecksum") || message.contains("Integrity");
    return checksum ? "its checksum does not match" : "the compressed data is not valid";
  }

  private static boolean isJunk(String message) {
    return message.startsWith("Garbage after")
        || message.startsWith("Unexpected data after")
        || message.startsWith("Unknown frame descriptor")
        || message.equals("Stream unsupported");
  }
}
