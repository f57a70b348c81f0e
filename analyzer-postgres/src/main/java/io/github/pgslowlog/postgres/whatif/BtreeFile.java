package io.github.pgslowlog.postgres.whatif;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Gives an empty B-tree the height of a full one: the planner charges for each level of the descent
 * and reads the height from the first page of the file.
 *
 * <p>The planner may also descend to look for the smallest and largest key of an index; so there is
 * a chain of pages, each with one entry that points to the next, down to a leaf without entries. It
 * finds none and takes the histogram instead.
 *
 * <p>Source: {@code bufpage.h}, {@code itup.h} and {@code nbtree.h} of PostgreSQL 18.
 */
final class BtreeFile {
  private static final int PAGE_BYTES = RelationFiles.PAGE_BYTES;
  private static final int HEADER_BYTES = 24;
  private static final int SPECIAL_BYTES = 16;
  private static final int SPECIAL = PAGE_BYTES - SPECIAL_BYTES;
  private static final int LAYOUT_VERSION = 4;
  private static final int ITEM_ID_BYTES = 4;
  private static final int TUPLE_BYTES = 8;
  private static final int LP_NORMAL = 1;
  private static final int LEAF = 1;
  private static final int ROOT = 2;
  private static final int ALTERNATIVE_TID = 0x2000;

  private static final int MAGIC = 0x053162;
  private static final int MAGIC_AT = HEADER_BYTES;
  private static final int ROOT_AT = HEADER_BYTES + 8;
  private static final int ALL_EQUAL_IMAGE_AT = HEADER_BYTES + 40;

  private BtreeFile() {}

  /** Whether the file starts as that of a B-tree does. */
  static boolean isBtree(RandomAccessFile file) throws IOException {
    return file.length() >= PAGE_BYTES && read(file).getInt(MAGIC_AT) == MAGIC;
  }

  /** Whether equal keys are stored once: what the server decided when it made the index. */
  static boolean deduplicates(RandomAccessFile file) throws IOException {
    return read(file).get(ALL_EQUAL_IMAGE_AT) == 1;
  }

  /** Writes the pages of a tree with so many levels above its leaves. */
  static void setLevel(RandomAccessFile file, int level) throws IOException {
    file.setLength(PAGE_BYTES);
    for (int block = 1; block <= level + 1; block++) {
      file.seek((long) block * PAGE_BYTES);
      file.write(page(block, level + 1 - block, block == 1));
    }
    byte[] root = new byte[16];
    buffer(root).putInt(1).putInt(level).putInt(1).putInt(level);
    file.seek(ROOT_AT);
    file.write(root);
  }

  private static ByteBuffer read(RandomAccessFile file) throws IOException {
    byte[] page = new byte[PAGE_BYTES];
    file.seek(0);
    file.readFully(page);
    return buffer(page);
  }

  private static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
  }

  private static byte[] page(int block, int level, boolean root) {
    byte[] bytes = new byte[PAGE_BYTES];
    ByteBuffer page = buffer(bytes);
    int items = level == 0 ? 0 : 1;
    int upper = SPECIAL - items * TUPLE_BYTES;
    page.putShort(12, (short) (HEADER_BYTES + items * ITEM_ID_BYTES));
    page.putShort(14, (short) upper);
    page.putShort(16, (short) SPECIAL);
    page.putShort(18, (short) (PAGE_BYTES | LAYOUT_VERSION));
    if (level > 0) {
      page.putInt(HEADER_BYTES, upper | LP_NORMAL << 15 | TUPLE_BYTES << 17);
      page.putShort(upper + 2, (short) (block + 1));
      page.putShort(upper + 6, (short) (TUPLE_BYTES | ALTERNATIVE_TID));
    }
    page.putInt(SPECIAL + 8, level);
    page.putShort(SPECIAL + 12, (short) ((root ? ROOT : 0) | (level == 0 ? LEAF : 0)));
    return bytes;
  }
}
