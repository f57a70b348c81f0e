package io.github.pgslowlog.fingerprint;

import io.github.pgslowlog.bytes.Slice;
import java.util.ArrayList;
import java.util.List;

/**
 * The values of one statement, in the places of its canonical text.
 *
 * <p>{@code SELECT a FROM t WHERE b = 'x' AND c IN (1, 2) LIMIT $1} has the canonical text {@code
 * SELECT a FROM t WHERE b = $1 AND c IN (...) LIMIT $2}: its values are the string x and the
 * parameter 1, and its list has two elements, 1 and 2. Elements of folded lists and dropped rows of
 * VALUES have no place in canonical text and give nothing. Not for the hot path.
 *
 * @param values the value at index n - 1 stands at {@code $n}; of a statement with more than 10,000
 *     marks, those of the first 10,000
 * @param lists the lists in the order of their {@code ...}
 */
public record StatementValues(List<Value> values, List<ValueList> lists) {
  /** Copies what it gets. */
  public StatementValues {
    values = List.copyOf(values);
    lists = List.copyOf(lists);
  }

  /** What a value is. */
  public enum Kind {
    /** A string, decoded: no quotes, escapes are what they stand for. */
    STRING,
    /** A number as it is written, with a minus sign if it has one. */
    NUMBER,
    /** {@code NULL}. */
    NULL,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** A bind parameter; the text is its number. */
    PARAMETER,
    /** Bit strings, and names of cursors and savepoints, as they are written. */
    OTHER
  }

  /**
   * A literal or a bind parameter.
   *
   * @param kind what it is
   * @param text the value
   * @param isCut whether only the first 256 characters of the value stand here
   */
  public record Value(Kind kind, String text, boolean isCut) {}

  /**
   * A list of values that canonical text shows as {@code ...}.
   *
   * @param count how many elements it has; 0 if the statement was canonical text
   * @param first its first elements, at most 16
   */
  public record ValueList(int count, List<Value> first) {
    /** Copies what it gets. */
    public ValueList {
      first = List.copyOf(first);
    }
  }

  /**
   * Reads a statement.
   *
   * @param sql its bytes
   * @return its values
   */
  public static StatementValues read(Slice sql) {
    ValueRecorder recorder = new ValueRecorder();
    Canonicalizer canonicalizer = new Canonicalizer(recorder);
    canonicalizer.read(sql);
    LiteralDecoder decoder = new LiteralDecoder(sql);
    List<Value> values = new ArrayList<>();
    List<ValueList> lists = new ArrayList<>();
    for (ValueRecorder.Mark mark : recorder.marks()) {
      if (mark.position >= CanonicalSql.MAX_BYTES) {
        break;
      }
      if (mark.isList()) {
        lists.add(
            new ValueList(mark.count(), mark.elements().stream().map(decoder::value).toList()));
      } else if (canonicalizer.canonicalByte(mark.position) == CanonicalSql.VALUE) {
        values.add(decoder.value(mark));
      }
    }
    return new StatementValues(values, lists);
  }
}
