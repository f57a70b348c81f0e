package io.github.pgslowlog.postgres.whatif;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long the files of tables and indexes are to be. Tables are empty files while indexes are
 * created, as CREATE INDEX reads what there is.
 */
final class StorageLayout {
  /** So many segments of 1 GiB take some seconds to make. */
  private static final long MAX_SEGMENTS = 20_000;

  private final RelationFiles files;
  private final BufferPool buffers;
  private final Map<Long, Long> tablePages = new TreeMap<>();
  private long segments;

  StorageLayout(RelationFiles files, BufferPool buffers) {
    this.files = files;
    this.buffers = buffers;
  }

  /** Gives tables the length that their statistics tell. */
  void extendTables(Collection<Relation> tables) throws IOException {
    for (Relation table : tables) {
      if (!table.isIndex() && table.file().isPresent()) {
        tablePages.put(table.oid(), bounded(table.pages()));
        files.setPages(table.file().get(), pages(table));
      }
    }
  }

  private long bounded(long wanted) {
    long pages = Math.min(Math.max(0, wanted), RelationFiles.MAX_PAGES);
    segments += pages / RelationFiles.SEGMENT_PAGES;
    return segments > MAX_SEGMENTS ? Math.min(pages, RelationFiles.SEGMENT_PAGES) : pages;
  }

  /** Pages of a table. */
  long pages(Relation table) {
    return tablePages.getOrDefault(table.oid(), 0L);
  }

  /** Empties tables, whose pages no one has read. */
  void empty(Collection<Relation> tables) throws IOException {
    for (Relation table : tables) {
      if (table.file().isPresent()) {
        files.setPages(table.file().get(), 0);
      }
    }
  }

  /** Gives tables their length back. */
  void restore(Collection<Relation> tables) throws IOException {
    for (Relation table : tables) {
      if (table.file().isPresent()) {
        files.setPages(table.file().get(), pages(table));
      }
    }
  }

  /** Has the server write and forget what it has of files that are about to be changed. */
  void flush() throws SQLException {
    buffers.flush();
  }

  /** Whether the server stores equal keys of a B-tree once; to be asked after a flush. */
  boolean deduplicates(Relation index) throws IOException {
    if (!index.method().equals("btree") || index.file().isEmpty()) {
      return false;
    }
    try (RandomAccessFile file = files.open(index.file().get())) {
      return BtreeFile.isBtree(file) && BtreeFile.deduplicates(file);
    }
  }

  /** Gives an index that is still empty its length and height; to be done after a flush. */
  void extendIndex(Relation index, IndexSize size) throws IOException {
    if (index.file().isEmpty()) {
      return;
    }
    String path = index.file().get();
    long first = files.pages(path);
    try (RandomAccessFile file = files.open(path)) {
      if (index.method().equals("btree") && first == 1 && BtreeFile.isBtree(file)) {
        BtreeFile.setLevel(file, size.level());
      } else if (index.method().equals("gin") && size.entryPages() > 0) {
        GinFile.setCounts(file, size);
      }
    }
    files.setPages(path, Math.max(bounded(size.pages()), files.pages(path)));
  }
}
