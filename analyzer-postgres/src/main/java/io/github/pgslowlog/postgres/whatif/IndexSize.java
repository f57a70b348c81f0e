package io.github.pgslowlog.postgres.whatif;

/**
 * How large an index is, freshly built.
 *
 * @param pages pages of 8 kB
 * @param level levels of a B-tree above its leaves
 * @param entries different keys of a GIN index, 0 if not known
 * @param entryPages pages of a GIN index with keys, 0 if not known
 */
record IndexSize(long pages, int level, long entries, long entryPages) {
  IndexSize(double pages) {
    this(Math.max(1, Math.round(pages)), 0, 0, 0);
  }

  long bytes() {
    return pages * RelationFiles.PAGE_BYTES;
  }
}
