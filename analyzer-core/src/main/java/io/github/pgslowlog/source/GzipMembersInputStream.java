package io.github.pgslowlog.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Every member of a gzip stream (RFC 1952), one after the other.
 *
 * <p>{@code GZIPInputStream} of JDK 17 stops without a word at the end of a member when {@code
 * available()} says 0, as a pipe does; this reader looks for the next member itself. What stands
 * before damage is returned first; then {@link DamagedStreamException} tells the compressed offset,
 * at every further read again. Zero bytes behind the last member (tape padding) are no damage.
 */
final class GzipMembersInputStream extends InputStream {
  private static final int BLOCK_BYTES = 1 << 16;
  private static final int FLAG_CHECKSUM = 2;
  private static final int FLAG_EXTRA = 4;
  private static final int FLAG_NAME = 8;
  private static final int FLAG_COMMENT = 16;

  private final PushbackInputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] block = new byte[BLOCK_BYTES];
  private int blockLength;
  private int pushedBack;
  private long consumed;
  private long memberBytes;
  private boolean inMember;
  private boolean ended;
  private @Nullable DamagedStreamException damage;

  GzipMembersInputStream(InputStream in) {
    this.in = new PushbackInputStream(in, BLOCK_BYTES);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (damage != null) {
      throw damage;
    }
    while (!ended) {
      if (!inMember && !startMember()) {
        ended = true;
        return -1;
      }
      int count = inflate(target, offset, length);
      if (count > 0) {
        return count;
      }
    }
    return -1;
  }

  private int inflate(byte[] target, int offset, int length) throws IOException {
    long written = inflater.getBytesWritten();
    try {
      int count = inflater.inflate(target, offset, length);
      if (count > 0) {
        checksum.update(target, offset, count);
        memberBytes += count;
        return count;
      }
    } catch (DataFormatException invalid) {
      return beforeDamage(written);
    }
    if (inflater.finished()) {
      endMember();
    } else if (inflater.needsDictionary()) {
      throw damaged("it asks for a preset dictionary");
    } else if (inflater.needsInput()) {
      feed();
    }
    return 0;
  }

  /** What the failed call had written is good; the damage is told at the next read. */
  private int beforeDamage(long writtenBefore) throws DamagedStreamException {
    DamagedStreamException invalid = damaged("the compressed data is not valid");
    int count = (int) (inflater.getBytesWritten() - writtenBefore);
    if (count == 0) {
      throw invalid;
    }
    return count;
  }

  private void feed() throws IOException {
    // Never both from memory and from below: what is pushed back would be lost if below fails.
    blockLength = in.read(block, 0, pushedBack > 0 ? pushedBack : BLOCK_BYTES);
    pushedBack = 0;
    if (blockLength < 0) {
      throw damaged("it ends in the middle of a member");
    }
    consumed += blockLength;
    inflater.setInput(block, 0, blockLength);
  }

  private boolean startMember() throws IOException {
    int first = skipPadding();
    if (first < 0) {
      return false;
    }
    if (first != 0x1f || next() != 0x8b) {
      throw damaged("bytes behind the last member are not gzip");
    }
    if (next() != 8) {
      throw damaged("the compression method is unknown");
    }
    int flags = next();
    skip(6);
    skipOptionalFields(flags);
    inflater.reset();
    checksum.reset();
    memberBytes = 0;
    inMember = true;
    return true;
  }

  private int skipPadding() throws IOException {
    boolean atStart = consumed == 0;
    int first = readByte();
    while (first == 0 && !atStart) {
      consumed++;
      first = readByte();
    }
    if (first >= 0) {
      consumed++;
    }
    return first;
  }

  private void skipOptionalFields(int flags) throws IOException {
    if ((flags & FLAG_EXTRA) != 0) {
      skip(next() | next() << 8);
    }
    if ((flags & FLAG_NAME) != 0) {
      skipText();
    }
    if ((flags & FLAG_COMMENT) != 0) {
      skipText();
    }
    if ((flags & FLAG_CHECKSUM) != 0) {
      skip(2);
    }
  }

  private void endMember() throws IOException {
    int remaining = inflater.getRemaining();
    in.unread(block, blockLength - remaining, remaining);
    pushedBack = remaining;
    consumed -= remaining;
    inMember = false;
    long expectedChecksum = littleEndian();
    long expectedBytes = littleEndian();
    if (expectedChecksum != checksum.getValue() || expectedBytes != (memberBytes & 0xffffffffL)) {
      throw damaged("its checksum does not match");
    }
  }

  private long littleEndian() throws IOException {
    return next() | next() << 8 | next() << 16 | (long) next() << 24;
  }

  private int next() throws IOException {
    int value = readByte();
    if (value < 0) {
      throw damaged("it ends in the middle of a member");
    }
    consumed++;
    return value;
  }

  private int readByte() throws IOException {
    pushedBack = Math.max(0, pushedBack - 1);
    return in.read();
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      next();
    }
  }

  private void skipText() throws IOException {
    int value;
    do {
      value = next();
    } while (value != 0);
  }

  private DamagedStreamException damaged(String why) {
    long offset = consumed - (inMember ? inflater.getRemaining() : 0);
    damage = DamagedStreamException.at("gzip", offset, why);
    return damage;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
