package io.github.pgslowlog.source;

import io.github.pgslowlog.bytes.Slice;

/**
 * How a log file is packed, known by its first bytes, never by its name.
 *
 * <p>Magic numbers: RFC 1952 (gzip), the bzip2, xz, Zstandard (RFC 8878), LZ4 frame and ZIP
 * formats. A tar archive is known by {@code ustar} in its first header, or by the header's checksum
 * (POSIX pax interchange format).
 */
@SuppressWarnings("ImmutableEnumChecker")
public enum Compression {
  /** Not compressed. */
  NONE("plain"),
  /** gzip, one or more members. */
  GZIP("gzip", 0x1f, 0x8b),
  /** bzip2, one or more streams. */
  BZIP2("bzip2", 'B', 'Z', 'h'),
  /** xz, one or more streams. */
  XZ("xz", 0xfd, '7', 'z', 'X', 'Z', 0x00),
  /** Zstandard, one or more frames; the first may be one to skip, as pzstd writes it. */
  ZSTD("zstd", 0x28, 0xb5, 0x2f, 0xfd),
  /** LZ4, one or more frames. */
  LZ4("lz4", 0x04, 0x22, 0x4d, 0x18),
  /** ZIP archive. */
  ZIP("zip", 'P', 'K', 0x03, 0x04),
  /** tar archive. */
  TAR("tar");

  /** Bytes that {@link #of} needs to decide: one tar header. */
  static final int MAGIC_BYTES = TarHeader.BYTES;

  private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
  private static final int SKIPPABLE_HEADER_BYTES = 8;

  private final String label;
  private final byte[] magic;

  Compression(String label, int... magic) {
    this.label = label;
    this.magic = new byte[magic.length];
    for (int i = 0; i < magic.length; i++) {
      this.magic[i] = (byte) magic[i];
    }
  }

  /**
   * The compression that a file's first bytes tell.
   *
   * @param head the first 512 bytes, fewer for a shorter file
   * @return the compression, {@link #NONE} if nothing matches
   */
  public static Compression of(Slice head) {
    for (Compression compression : values()) {
      if (compression.magic.length > 0 && head.startsWith(compression.magic)) {
        return compression;
      }
    }
    if (head.startsWith(EMPTY_ZIP)) {
      return ZIP;
    }
    if (isSkippableFrame(head)) {
      return behindSkippableFrame(head);
    }
    return TarHeader.isHeader(head) ? TAR : NONE;
  }

  /** LZ4 and Zstandard share the frame to skip; what stands behind it tells them apart. */
  private static Compression behindSkippableFrame(Slice head) {
    byte[] bytes = head.array();
    int at = head.from() + 4;
    long length =
        (bytes[at] & 0xff)
            | (bytes[at + 1] & 0xff) << 8
            | (bytes[at + 2] & 0xff) << 16
            | (bytes[at + 3] & 0xffL) << 24;
    long next = SKIPPABLE_HEADER_BYTES + length;
    boolean lz4 =
        next < head.length() && head.between((int) next, head.length()).startsWith(LZ4.magic);
    return lz4 ? LZ4 : ZSTD;
  }

  private static boolean isSkippableFrame(Slice head) {
    if (head.length() < SKIPPABLE_HEADER_BYTES) {
      return false;
    }
    byte[] bytes = head.array();
    int at = head.from();
    return (bytes[at] & 0xf0) == 0x50
        && bytes[at + 1] == 0x2a
        && bytes[at + 2] == 0x4d
        && bytes[at + 3] == 0x18;
  }

  /** The name of the format as messages use it. */
  String label() {
    return label;
  }

  /** Whether it holds several files rather than one stream. */
  boolean isArchive() {
    return this == ZIP || this == TAR;
  }
}
