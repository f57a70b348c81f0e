package io.github.pgslowlog.fingerprint;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Folds the lists of IN and ARRAY and the rows of VALUES in a buffer of canonical bytes: an element
 * goes if the list has one of the same text already, so that the length does not matter.
 *
 * <p>{@code IN (1, 2)} gives {@code IN (...)}, {@code ARRAY[f(1), b, f(2)]} gives {@code
 * ARRAY[f($1), b]}, {@code VALUES (1, DEFAULT), (2, 3)} gives {@code VALUES ($1, $2)}.
 *
 * <p>Hot path: called per bracket and comma with the buffer and its length, and gives the new
 * length. Mutable, for one thread.
 */
final class ListFolder {
  static final int MAX_DEPTH = 256;

  /** An element is compared with so many others of its list, so that long lists stay cheap. */
  private static final int COMPARED = 8;

  /** What folds. */
  enum Kind {
    NONE,
    /** Between the parentheses of IN or the brackets of ARRAY. */
    ELEMENTS,
    /** Behind VALUES, at the depth of the word. */
    ROWS
  }

  /** Whether the next token starts an element of a list. */
  boolean awaitsElement;

  /** Whether the rows of VALUES stand here. */
  boolean inRows;

  private final @Nullable ValueRecorder recorder;
  private int depth;
  private final Kind[] kinds = new Kind[MAX_DEPTH];
  private final int[] elementStart = new int[MAX_DEPTH];
  private final int[] listEnd = new int[MAX_DEPTH];
  private final int[] kept = new int[MAX_DEPTH];
  private final int[] keptStart = new int[MAX_DEPTH * COMPARED];
  private final int[] keptEnd = new int[MAX_DEPTH * COMPARED];

  ListFolder(@Nullable ValueRecorder recorder) {
    this.recorder = recorder;
  }

  void start() {
    depth = 0;
    become(Kind.NONE);
  }

  /** What folds at this depth from here on. */
  void become(Kind kind) {
    awaitsElement = kind != Kind.NONE;
    inRows = kind == Kind.ROWS && depth < MAX_DEPTH;
    if (depth < MAX_DEPTH) {
      kinds[depth] = kind;
      elementStart[depth] = -1;
      kept[depth] = 0;
    } else {
      awaitsElement = false;
    }
  }

  boolean is(Kind kind) {
    return depth < MAX_DEPTH && kinds[depth] == kind;
  }

  /** Whether the parentheses are those of a row of VALUES. */
  boolean isInRow() {
    return depth > 0 && depth <= MAX_DEPTH && kinds[depth - 1] == Kind.ROWS;
  }

  /** What is neither a row nor a comma ends the rows of VALUES. */
  void endRows() {
    kinds[depth] = Kind.NONE;
    awaitsElement = false;
    inRows = false;
  }

  void elementStarts(int at) {
    elementStart[depth] = at;
    awaitsElement = false;
  }

  void open(Kind kind) {
    depth++;
    become(kind);
  }

  /** Before a comma is written. */
  int comma(byte[] out, int length) {
    return is(Kind.ELEMENTS) ? fold(out, length) : length;
  }

  /** Before a closing bracket is written. */
  int beforeClose(byte[] out, int length) {
    if (!is(Kind.ELEMENTS)) {
      return length;
    }
    int folded = fold(out, length);
    int only = keptStart[depth * COMPARED];
    boolean oneValue =
        kept[depth] == 1
            && listEnd[depth] == folded
            && folded - only == 1
            && out[only] == CanonicalSql.VALUE
            && out[only - 1] != ' ';
    if (oneValue) {
      out[only] = CanonicalSql.LIST;
      if (recorder != null) {
        recorder.becomesList(only);
      }
    }
    return folded;
  }

  /** Behind a closing bracket. */
  int afterClose(byte[] out, int length) {
    depth = Math.max(0, depth - 1);
    awaitsElement = false;
    inRows = is(Kind.ROWS);
    if (depth >= MAX_DEPTH || kinds[depth] == Kind.NONE) {
      return length;
    }
    int folded = kinds[depth] == Kind.ROWS ? fold(out, length) : length;
    awaitsElement = elementStart[depth] < 0;
    return folded;
  }

  /** Ends an element: it goes if it repeats one that is kept. */
  private int fold(byte[] out, int length) {
    int start = elementStart[depth];
    if (start < 0) {
      return length;
    }
    elementStart[depth] = -1;
    awaitsElement = true;
    int first = depth * COMPARED;
    int known = Math.min(kept[depth], COMPARED);
    for (int i = first; i < first + known; i++) {
      if (keptEnd[i] - keptStart[i] == length - start
          && repeats(out, keptStart[i], start, length)) {
        if (recorder != null) {
          recorder.folds(keptStart[i], start, length);
        }
        return listEnd[depth];
      }
    }
    if (known < COMPARED) {
      keptStart[first + known] = start;
      keptEnd[first + known] = length;
    }
    kept[depth]++;
    listEnd[depth] = length;
    return length;
  }

  private boolean repeats(byte[] out, int before, int start, int end) {
    return end - start == 1
        ? out[before] == out[start]
        : Arrays.equals(out, before, before + end - start, out, start, end)
            || kinds[depth] == Kind.ROWS && mergesDefaults(out, before, start, end);
  }

  /**
   * Whether rows differ only in that one has DEFAULT where the other has a value; then the row that
   * is kept gets the value.
   */
  private boolean mergesDefaults(byte[] out, int before, int start, int end) {
    for (int i = start; i < end; i++) {
      byte kept = out[before + i - start];
      if (kept != out[i] && !(isConstant(kept) && isConstant(out[i]))) {
        return false;
      }
    }
    for (int i = start; i < end; i++) {
      if (out[before + i - start] != out[i]) {
        out[before + i - start] = CanonicalSql.VALUE;
      }
    }
    return true;
  }

  private static boolean isConstant(byte mark) {
    return mark == CanonicalSql.VALUE || mark == CanonicalSql.DEFAULT;
  }
}
