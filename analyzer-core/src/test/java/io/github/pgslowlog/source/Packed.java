package io.github.pgslowlog.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4FrameOutputStream;
import net.jpountz.xxhash.XXHashFactory;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Makes small compressed inputs, and reads what can be read of broken ones. */
final class Packed {
  /** What could be read, and what stopped it. */
  record Outcome(String text, @Nullable IOException failure) {}

  private interface Wrapping {
    OutputStream around(OutputStream out) throws IOException;
  }

  private Packed() {}

  static byte[] pack(Compression compression, byte[] content) throws IOException {
    return switch (compression) {
      case GZIP -> through(GZIPOutputStream::new, content);
      case BZIP2 -> through(out -> new BZip2CompressorOutputStream(out, 1), content);
      case XZ -> through(out -> new XZOutputStream(out, new LZMA2Options(1)), content);
      case ZSTD -> through(out -> new ZstdOutputStream(out).setChecksum(true), content);
      case LZ4 -> through(Packed::lz4, content);
      case ZIP -> zip(Map.of("postgresql.log", content));
      case TAR -> tar(Map.of("postgresql.log", content));
      case NONE -> content;
    };
  }

  static byte[] pack(Compression compression, String text) throws IOException {
    return pack(compression, text.getBytes(UTF_8));
  }

  private static OutputStream lz4(OutputStream out) throws IOException {
    return new LZ4FrameOutputStream(
        out,
        LZ4FrameOutputStream.BLOCKSIZE.SIZE_64KB,
        -1,
        LZ4Factory.safeInstance().fastCompressor(),
        XXHashFactory.safeInstance().hash32(),
        LZ4FrameOutputStream.FLG.Bits.BLOCK_INDEPENDENCE,
        LZ4FrameOutputStream.FLG.Bits.CONTENT_CHECKSUM);
  }

  private static byte[] through(Wrapping wrapping, byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = wrapping.around(packed)) {
      out.write(content);
    }
    return packed.toByteArray();
  }

  /** Members in the order of the map. */
  static byte[] zip(Map<String, byte[]> members) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(packed)) {
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        zip.putArchiveEntry(new ZipArchiveEntry(member.getKey()));
        zip.write(member.getValue());
        zip.closeArchiveEntry();
      }
    }
    return packed.toByteArray();
  }

  /** Members in the order of the map. */
  static byte[] tar(Map<String, byte[]> members) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(packed)) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(member.getKey(), true);
        entry.setSize(member.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(member.getValue());
        tar.closeArchiveEntry();
      }
    }
    return packed.toByteArray();
  }

  static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  static String randomText(int length) {
    Random random = new Random(length);
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append((char) (' ' + random.nextInt(95)));
    }
    return text.toString();
  }

  /** Opens and reads a log to its end or its damage. */
  static Outcome read(LogSource source) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (InputStream in = Decompression.open(source)) {
      byte[] block = new byte[777];
      for (int count = in.read(block); count >= 0; count = in.read(block)) {
        text.write(block, 0, count);
      }
    } catch (IOException failure) {
      return new Outcome(text.toString(UTF_8), failure);
    }
    return new Outcome(text.toString(UTF_8), null);
  }
}
