package io.github.pgslowlog.fingerprint;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the values come from that stand in canonical text: follows what a {@link Canonicalizer}
 * writes and takes back. Mutable, for one statement.
 */
class ValueRecorder {
  /** 10,000 values: more than a person looks at; a statement of 10 MB may have millions. */
  static final int MAX_VALUES = 10_000;

  static final int MAX_ELEMENTS = 16;

  /** A mark in canonical text, and the token that it stands for. */
  static final class Mark {
    final int position;
    final boolean isDefault;
    final TokenKind kind;
    final int from;
    final int to;
    final boolean negative;
    private boolean list;
    private int count = 1;
    private @Nullable List<Mark> others;

    Mark(int position, boolean isDefault, TokenKind kind, int from, int to, boolean negative) {
      this.position = position;
      this.isDefault = isDefault;
      this.kind = kind;
      this.from = from;
      this.to = to;
      this.negative = negative;
    }

    boolean isList() {
      return list;
    }

    /** How many elements the list has. */
    int count() {
      return isWrittenAsList() ? 0 : count;
    }

    /** The first elements of the list. */
    List<Mark> elements() {
      List<Mark> elements = new ArrayList<>();
      if (!isWrittenAsList()) {
        elements.add(this);
      }
      if (others != null) {
        elements.addAll(others);
      }
      return elements;
    }

    /** Canonical text was read, with {@code ...} for the list. */
    private boolean isWrittenAsList() {
      return kind == TokenKind.PUNCTUATION;
    }

    private void add(@Nullable Mark other) {
      count++;
      if (others == null) {
        others = new ArrayList<>();
      }
      if (other != null && others.size() + 1 < MAX_ELEMENTS) {
        others.add(other);
      }
    }

    private Mark at(int place) {
      return new Mark(place, isDefault, kind, from, to, negative);
    }
  }

  private final List<Mark> marks = new ArrayList<>();
  private int lostFrom = Integer.MAX_VALUE;

  /** The marks of the text, by position. */
  List<Mark> marks() {
    return marks;
  }

  void value(int position, byte mark, TokenKind kind, int from, int to, boolean negative) {
    if (marks.size() >= MAX_VALUES || lostFrom < position) {
      lostFrom = Math.min(lostFrom, position);
      return;
    }
    Mark added = new Mark(position, mark == CanonicalSql.DEFAULT, kind, from, to, negative);
    added.list = mark == CanonicalSql.LIST;
    marks.add(added);
  }

  /** The element that starts at {@code start} goes, since it repeats the one at {@code kept}. */
  void folds(int kept, int start, int end) {
    int first = firstFrom(start);
    List<Mark> gone = marks.subList(first, marks.size());
    for (Mark mark : gone) {
      replaceDefault(kept + mark.position - start, mark);
    }
    int only = firstFrom(kept);
    if (end - start == 1 && only < first) {
      marks.get(only).add(gone.isEmpty() ? null : gone.get(0));
    }
    gone.clear();
    if (lostFrom >= start) {
      lostFrom = Integer.MAX_VALUE;
    }
  }

  private void replaceDefault(int position, Mark by) {
    int index = firstFrom(position);
    Mark mark = marks.get(index);
    if (mark.position == position && mark.isDefault && !by.isDefault) {
      marks.set(index, by.at(position));
    }
  }

  /** The value at a position stands for a list. */
  void becomesList(int position) {
    int index = firstFrom(position);
    if (index < marks.size()) {
      marks.get(index).list = true;
    }
  }

  private int firstFrom(int position) {
    int low = 0;
    int high = marks.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (marks.get(middle).position < position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
