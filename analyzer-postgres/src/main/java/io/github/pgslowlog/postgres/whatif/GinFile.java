package io.github.pgslowlog.postgres.whatif;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Writes into the first page of an empty GIN index how many pages and keys a full one has: the
 * planner reads it there.
 *
 * <p>Source: {@code GinMetaPageData} in {@code ginblock.h} of PostgreSQL 18.
 */
final class GinFile {
  private static final int CONTENTS = 24;
  private static final int TOTAL_PAGES_AT = CONTENTS + 24;
  private static final int ENTRIES_AT = CONTENTS + 40;
  private static final int VERSION_AT = CONTENTS + 48;
  private static final int VERSION = 2;

  private GinFile() {}

  static void setCounts(RandomAccessFile file, IndexSize size) throws IOException {
    ByteBuffer page = ByteBuffer.allocate(VERSION_AT + 4).order(ByteOrder.nativeOrder());
    file.seek(0);
    file.readFully(page.array());
    if (page.getInt(VERSION_AT) != VERSION) {
      return;
    }
    page.putInt(TOTAL_PAGES_AT, (int) size.pages());
    page.putInt(TOTAL_PAGES_AT + 4, (int) size.entryPages());
    page.putInt(TOTAL_PAGES_AT + 8, (int) Math.max(0, size.pages() - 1 - size.entryPages()));
    page.putLong(ENTRIES_AT, size.entries());
    file.seek(0);
    file.write(page.array());
  }
}
