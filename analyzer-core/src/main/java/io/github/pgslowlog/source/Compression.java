package io.github.pgslowlog.source;

import io.github.pgslowlog.bytes.Slice;

/**
 * Compression of a log file, known by its first bytes, never by its name.
 *
 * <p>Magic numbers: RFC 1952 (gzip), the bzip2, xz, Zstandard (RFC 8878), LZ4 frame and ZIP
 * formats.
 */
@SuppressWarnings("ImmutableEnumChecker")
public enum Compression {
  /** Not compressed. */
  NONE(),
  /** gzip, one or more members. */
  GZIP(0x1f, 0x8b),
  /** bzip2. */
  BZIP2('B', 'Z', 'h'),
  /** xz. */
  XZ(0xfd, '7', 'z', 'X', 'Z', 0x00),
  /** Zstandard. */
  ZSTD(0x28, 0xb5, 0x2f, 0xfd),
  /** LZ4 frame. */
  LZ4(0x04, 0x22, 0x4d, 0x18),
  /** ZIP archive. */
  ZIP('P', 'K', 0x03, 0x04);

  /** Bytes that {@link #of} needs to decide. */
  static final int MAGIC_BYTES = 6;

  private final byte[] magic;

  Compression(int... magic) {
    this.magic = new byte[magic.length];
    for (int i = 0; i < magic.length; i++) {
      this.magic[i] = (byte) magic[i];
    }
  }

  /**
   * The compression that a file's first bytes tell.
   *
   * @param head the first bytes, fewer for a shorter file
   * @return the compression, {@link #NONE} if nothing matches
   */
  public static Compression of(Slice head) {
    for (Compression compression : values()) {
      if (compression != NONE && head.startsWith(compression.magic)) {
        return compression;
      }
    }
    return NONE;
  }
}
