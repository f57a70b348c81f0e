package io.github.pgslowlog.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads a tar archive as a stream: POSIX {@code ustar}, pax and GNU long names.
 *
 * <p>Own code, because the usual library keeps the long name of a hostile archive in memory however
 * long it is. Archives written one behind the other are read on, as {@code tar -i} does.
 */
final class TarReader implements ArchiveReader {
  /** Names are paths; Linux allows 4 KiB, pax headers hold some more fields. */
  private static final int MAX_HEADER_BYTES = 64 << 10;

  private static final String ENDS = "it ends in the middle of a member";

  private final InputStream in;
  private final byte[] block = new byte[TarHeader.BYTES];
  private final byte[] dropped = new byte[1 << 13];
  private String name = "";
  private long offset;
  private long remaining;
  private long padding;

  TarReader(InputStream in) {
    this.in = in;
  }

  @Override
  public boolean next() throws IOException {
    skipContent();
    Map<String, String> fields = new HashMap<>();
    while (readHeader()) {
      TarHeader header = new TarHeader(block.clone());
      startContent(header, fields);
      char type = header.type();
      if (type == 'L') {
        fields.put("path", text());
      } else if (type == 'x') {
        readFields(fields);
      } else if (isFile(header, fields)) {
        name = fields.getOrDefault("path", header.name());
        return true;
      } else if (type != 'K') {
        fields.clear();
      }
      skipContent();
    }
    return false;
  }

  private static boolean isFile(TarHeader header, Map<String, String> fields) {
    String name = fields.getOrDefault("path", header.name());
    boolean regular = header.type() == '0' || header.type() == 0 || header.type() == '7';
    return regular && !name.isEmpty() && !name.endsWith("/");
  }

  /** The next header that is not zero padding; false at the end. */
  private boolean readHeader() throws IOException {
    do {
      int length = in.readNBytes(block, 0, TarHeader.BYTES);
      offset += length;
      if (length == 0) {
        return false;
      }
      if (length < TarHeader.BYTES) {
        throw damaged("it ends in the middle of a header");
      }
    } while (new TarHeader(block).isZero());
    if (!new TarHeader(block).isValid()) {
      throw damaged("a header is not valid");
    }
    return true;
  }

  private void startContent(TarHeader header, Map<String, String> fields) throws IOException {
    long size = header.size();
    boolean special = header.type() == 'L' || header.type() == 'K' || header.type() == 'x';
    if (!special && fields.containsKey("size")) {
      size = number(fields.getOrDefault("size", ""));
    }
    if (size < 0) {
      throw damaged("the size of a member is not valid");
    }
    boolean empty = header.type() >= '1' && header.type() <= '6';
    remaining = empty ? 0 : size;
    padding = -remaining & (TarHeader.BYTES - 1);
  }

  private static long number(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException invalid) {
      return -1;
    }
  }

  /** A long name, without the NUL behind it. */
  private String text() throws IOException {
    String text = new String(small(), StandardCharsets.UTF_8);
    int end = text.indexOf(0);
    return end < 0 ? text : text.substring(0, end);
  }

  /** The fields of a pax header: {@code LENGTH KEY=VALUE\n}, the length includes itself. */
  private void readFields(Map<String, String> fields) throws IOException {
    byte[] bytes = small();
    int start = 0;
    while (start < bytes.length && bytes[start] != 0) {
      int space = start;
      while (space < bytes.length && bytes[space] != ' ') {
        space++;
      }
      String digits = new String(bytes, start, space - start, StandardCharsets.US_ASCII);
      long length = number(digits);
      if (length <= digits.length() + 1 || length > bytes.length - start) {
        throw damaged("a pax header is not valid");
      }
      int end = start + (int) length;
      String field = new String(bytes, space + 1, end - space - 2, StandardCharsets.UTF_8);
      int equals = field.indexOf('=');
      if (equals > 0) {
        fields.put(field.substring(0, equals), field.substring(equals + 1));
      }
      start = end;
    }
  }

  private byte[] small() throws IOException {
    if (remaining > MAX_HEADER_BYTES) {
      throw damaged("the header of a member has more than " + MAX_HEADER_BYTES + " bytes");
    }
    byte[] bytes = new byte[(int) remaining];
    int length = 0;
    while (length < bytes.length) {
      length += read(bytes, length, bytes.length - length);
    }
    return bytes;
  }

  private void skipContent() throws IOException {
    while (remaining > 0) {
      read(dropped, 0, dropped.length);
    }
    // The padding of the last member may be missing; what matters was read.
    int length = in.readNBytes(dropped, 0, (int) padding);
    offset += length;
    padding = 0;
  }

  /** At least one byte of the content; there must be some left. */
  private int read(byte[] target, int from, int length) throws IOException {
    int count = in.read(target, from, (int) Math.min(length, remaining));
    if (count < 0) {
      throw damaged(ENDS);
    }
    offset += count;
    remaining -= count;
    return count;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public InputStream content() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] target, int from, int length) throws IOException {
        if (length == 0) {
          return 0;
        }
        return remaining == 0 ? -1 : TarReader.this.read(target, from, length);
      }
    };
  }

  private DamagedStreamException damaged(String why) {
    return DamagedStreamException.at("tar", offset, why);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
