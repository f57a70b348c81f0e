package io.github.pgslowlog.prefix;

import io.github.pgslowlog.language.Label;
import io.github.pgslowlog.language.LabelForm;
import io.github.pgslowlog.language.Labels;
import io.github.pgslowlog.language.Languages;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds prefix and label exactly as {@link LineHead} does, most often in one pass from left to
 * right.
 *
 * <p>{@link LineHead} tries the colons of a line in their order, and for each all readings of what
 * stands before, the shortest fields first. A reading in which every name ends at the first place
 * where the text behind it stands is the first that it would try for a label. So it is the one
 * found, if no label stands before, no user or database has a blank, and no field is bounded by
 * something else. An application at the end of the prefix may hold blanks: it ends before the first
 * label. On all other lines {@link LineHead} is asked.
 *
 * <p>Hot path: mutable, reused, allocates nothing. Longer than other files, and the method for most
 * lines long on purpose: the compiler of the JVM is done with it sooner than with what it would
 * inline.
 */
public final class QuickHead {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long COLONS = 0x3A3A3A3A3A3A3A3AL;
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  /** {@code LOG: } and the six bytes of a word that hold it. */
  private static final byte[] LOG_LABEL = "LOG:  ".getBytes(StandardCharsets.US_ASCII);

  private static final long LOG_WORD = 0x0000_2020_3A47_4F4CL;
  private static final long SIX_BYTES = 0x0000_FFFF_FFFF_FFFFL;
  private static final int LOG_COLON = 3;

  /** No label of any language is as long. */
  private static final int MAX_LABEL_BYTES = 64;

  private static final int NO_MATCH = FieldScanner.NO_MATCH;
  private static final int SECONDS_BYTES = 19;
  private static final int MAX_TIME_BYTES = 32;
  private static final byte[] NONE = {};

  private final LineHead slow;
  private final Labels labels;
  private final Operation[] operations;
  private final boolean logIsPlain;

  /** Index of the last field if it may hold anything and the label is near; else negative. */
  private final int lastText;

  private final boolean startsWithTime;
  private final @Nullable PrefixEscape firstField;
  private final PrefixFields quickFields = new PrefixFields();

  /** Number of operations of a line that no session wrote; negative if that is not simply told. */
  private final int stop;

  private final PrefixFields stopFields = new PrefixFields();

  /** A time that was scanned; the next is most often the same, but for its milliseconds. */
  private final byte[] time = new byte[MAX_TIME_BYTES];

  private int timeLength = -1;
  private int fractionEnd;

  private PrefixFields fields = quickFields;
  private @Nullable Label label;
  private int labelStart;
  private int textStart;

  /** A literal ({@code escape} is null) or a field with the literal behind it. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Operation(
      byte[] literal, @Nullable PrefixEscape escape, FieldSyntax syntax, byte[] behind) {}

  /**
   * Finds heads with this prefix.
   *
   * @param matcher the prefix
   * @param languages those of the labels
   */
  public QuickHead(PrefixMatcher matcher, Languages languages) {
    this.slow = new LineHead(matcher, languages);
    this.labels = languages.labels();
    this.operations = compile(matcher.prefix());
    this.logIsPlain = isPlain(labels);
    this.lastText = lastText(operations);
    this.stop = stop(matcher.prefix(), operations);
    this.firstField = operations.length == 0 ? null : operations[0].escape;
    this.startsWithTime =
        operations.length > 1
            && isTime(firstField)
            && operations[1].escape == null
            && !isPartOfZone(operations[1].literal[0]);
  }

  private static boolean isTime(@Nullable PrefixEscape escape) {
    return escape == PrefixEscape.TIME_MILLISECONDS || escape == PrefixEscape.TIME;
  }

  /**
   * The operations before {@code %q}, if each of them ends in one place only and a literal stands
   * behind: then no session wrote the line if a label is there.
   */
  private static int stop(LogLinePrefix prefix, Operation[] operations) {
    int count = 0;
    for (PrefixElement element : prefix.elements()) {
      if (element instanceof PrefixElement.Field field && field.escape() == PrefixEscape.STOP) {
        boolean literal = count > 0 && operations[count - 1].escape == null;
        return literal && count < operations.length ? count : -1;
      }
      if (count == operations.length
          || operations[count].syntax.isOpen() && operations[count].escape != null) {
        return -1;
      }
      count++;
    }
    return -1;
  }

  private static int lastText(Operation[] operations) {
    int field = operations.length - 2;
    return field >= 0
            && operations[field].escape != null
            && operations[field].syntax == FieldSyntax.TEXT
        ? field
        : -1;
  }

  /** Whether it could belong to {@code CET} or {@code +0545} before it. */
  private static boolean isPartOfZone(byte value) {
    int lower = value | 0x20;
    return value >= '0' && value <= '9' || lower >= 'a' && lower <= 'z';
  }

  /** Whether {@code LOG: } is a label, and none that is tried before it ends in it. */
  private static boolean isPlain(Labels labels) {
    for (LabelForm form : labels.endingIn((byte) 'G')) {
      byte[] word = form.word();
      int start = word.length - LOG_COLON;
      if (start < 0 || !Arrays.equals(word, start, word.length, LOG_LABEL, 0, LOG_COLON)) {
        continue;
      }
      return start == 0
          && form.label() == Label.LOG
          && form.blanks() == LOG_LABEL.length - LOG_COLON - 1;
    }
    return false;
  }

  /** No operations if a field of the prefix may end anywhere. */
  private static Operation[] compile(LogLinePrefix prefix) {
    List<PrefixElement> elements =
        prefix.elements().stream()
            .filter(e -> !(e instanceof PrefixElement.Field f && f.escape() == PrefixEscape.STOP))
            .toList();
    List<Operation> compiled = new ArrayList<>();
    Set<PrefixEscape> used = EnumSet.noneOf(PrefixEscape.class);
    for (int i = 0; i < elements.size(); i++) {
      PrefixElement element = elements.get(i);
      if (element instanceof PrefixElement.Literal literal) {
        byte[] bytes = literal.text().getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0) {
          return new Operation[0];
        }
        compiled.add(new Operation(bytes, null, FieldSyntax.TEXT, NONE));
      } else if (element instanceof PrefixElement.Field field) {
        byte[] behind = i + 1 < elements.size() ? literal(elements.get(i + 1)) : NONE;
        if (field.padding() != 0
            || !used.add(field.escape())
            || field.escape().syntax().isOpen() && !isBounded(field.escape(), behind)) {
          return new Operation[0];
        }
        compiled.add(new Operation(NONE, field.escape(), syntax(field.escape()), behind));
      }
    }
    boolean bounded = !compiled.isEmpty() && compiled.get(compiled.size() - 1).literal.length > 0;
    return bounded ? compiled.toArray(Operation[]::new) : new Operation[0];
  }

  private static byte[] literal(PrefixElement element) {
    return element instanceof PrefixElement.Literal text
        ? text.text().getBytes(StandardCharsets.UTF_8)
        : NONE;
  }

  /** The longest host is tried first where a colon is behind it. */
  private static boolean isBounded(PrefixEscape escape, byte[] behind) {
    return behind.length > 0 && !(escape.syntax() == FieldSyntax.WORD && behind[0] == ':');
  }

  private static FieldSyntax syntax(PrefixEscape escape) {
    return escape == PrefixEscape.USER || escape == PrefixEscape.DATABASE
        ? FieldSyntax.WORD
        : escape.syntax();
  }

  /**
   * Looks for the head of a line.
   *
   * @param line the bytes
   * @param from first byte of the line
   * @param to behind its last byte
   * @return whether the line starts with prefix and label; if so, the other methods tell them
   */
  public boolean find(byte[] line, int from, int to) {
    if (operations.length > 0) {
      if (findQuickly(line, from, to)) {
        fields = quickFields;
        return true;
      }
      if (stop > 0 && findStopped(line, from, to)) {
        fields = stopFields;
        return true;
      }
    }
    if (!slow.find(line, from, to)) {
      return false;
    }
    fields = slow.fields();
    label = slow.label();
    labelStart = slow.labelStart();
    textStart = slow.textStart();
    return true;
  }

  boolean findQuickly(byte[] line, int from, int to) {
    int limit = Math.min(to, from + LineHead.MAX_PREFIX_BYTES);
    int position = from;
    int colonsFrom = from + 1;
    int first = 0;
    Operation[] all = operations;
    if (startsWithTime) {
      byte[] before = time;
      int zone = fractionEnd;
      position = from + timeLength;
      boolean again =
          timeLength > 0
              && position <= limit
              && (long) LONGS.get(line, from) == (long) LONGS.get(before, 0)
              && (long) LONGS.get(line, from + 8) == (long) LONGS.get(before, 8)
              && (int) INTS.get(line, from + 15) == (int) INTS.get(before, 15)
              && (zone == SECONDS_BYTES
                  || line[from + SECONDS_BYTES] == '.'
                      && isDigit(line[from + 20])
                      && isDigit(line[from + 21])
                      && isDigit(line[from + 22]));
      int length = timeLength;
      for (int i = zone; again && i < length; i++) {
        again = line[from + i] == before[i];
      }
      if (!again) {
        position = scanTime(line, from, limit);
        if (position == NO_MATCH) {
          return false;
        }
      }
      if (firstField != null) {
        quickFields.set(firstField, from, position);
      }
      colonsFrom = position;
      first = 1;
    }
    for (int i = first; i < all.length; i++) {
      Operation operation = all[i];
      PrefixEscape escape = operation.escape;
      if (escape == null) {
        if (!isAt(operation.literal, line, position, limit)) {
          return false;
        }
        position += operation.literal.length;
        continue;
      }
      if (i == lastText) {
        return findBehindText(operation, escape, line, from, colonsFrom, position, to);
      }
      int end = end(operation, line, position, limit);
      if (end == NO_MATCH) {
        return false;
      }
      quickFields.set(escape, position, end);
      position = end;
    }
    return !mayHaveLabel(line, from, colonsFrom, position, to)
        && findLabel(line, from, position, to);
  }

  /** The same for a line that no session wrote. */
  boolean findStopped(byte[] line, int from, int to) {
    int limit = Math.min(to, from + LineHead.MAX_PREFIX_BYTES);
    int position = from;
    for (int i = 0; i < stop; i++) {
      Operation operation = operations[i];
      PrefixEscape escape = operation.escape;
      int end = position + operation.literal.length;
      if (escape != null) {
        end = end(operation, line, position, limit);
        stopFields.set(escape, position, end);
      } else if (!isAt(operation.literal, line, position, limit)) {
        return false;
      }
      if (end == NO_MATCH) {
        return false;
      }
      position = end;
    }
    return !mayHaveLabel(line, from, from + 1, position, to) && findLabel(line, from, position, to);
  }

  /** The last field is any text up to the first label, less the literal between. */
  private boolean findBehindText(
      Operation text, PrefixEscape escape, byte[] b, int from, int colonsFrom, int start, int to) {
    int limit = Math.min(to, from + LineHead.MAX_PREFIX_BYTES);
    int colon = firstLabel(b, from, colonsFrom, limit, to);
    int end = labelStart - text.behind.length;
    if (colon < 0 || end < start || !isAt(text.behind, b, end, to)) {
      return false;
    }
    quickFields.set(escape, start, end);
    return true;
  }

  /** Index of the colon of the first label, whatever stands before it; -1 if there is none. */
  private int firstLabel(byte[] b, int from, int start, int limit, int to) {
    int i = start;
    for (; i + Long.BYTES <= limit; i += Long.BYTES) {
      long differences = (long) LONGS.get(b, i) ^ COLONS;
      if (((differences - ONES) & ~differences & HIGH_BITS) != 0) {
        int colon = firstLabelSlowly(b, from, i, i + Long.BYTES, to);
        if (colon >= 0) {
          return colon;
        }
      }
    }
    return firstLabelSlowly(b, from, i, limit, to);
  }

  private int firstLabelSlowly(byte[] b, int from, int start, int end, int to) {
    for (int colon = start; colon < end; colon++) {
      if (b[colon] == ':' && isLabel(b, from, colon, to)) {
        return colon;
      }
    }
    return -1;
  }

  private boolean isLabel(byte[] b, int from, int colon, int to) {
    int log = colon - LOG_COLON;
    if (log >= from && isLog(b, log, to)) {
      return found(Label.LOG, log, log + LOG_LABEL.length);
    }
    LabelForm form = labels.at(b, from, colon, to);
    return form != null
        && found(form.label(), colon - form.word().length, colon + 1 + form.blanks());
  }

  private boolean isLog(byte[] b, int start, int to) {
    return logIsPlain
        && start + Long.BYTES <= b.length
        && ((long) LONGS.get(b, start) & SIX_BYTES) == LOG_WORD
        && start + LOG_LABEL.length <= to;
  }

  /** The time that every line starts with. */
  private int scanTime(byte[] b, int from, int limit) {
    FieldSyntax syntax = operations[0].syntax;
    int end = FieldScanner.scan(syntax, b, from, limit);
    if (end != NO_MATCH) {
      rememberTime(syntax, b, from, end);
    }
    return end;
  }

  private void rememberTime(FieldSyntax syntax, byte[] b, int from, int end) {
    timeLength = -1;
    if (end - from <= MAX_TIME_BYTES) {
      System.arraycopy(b, from, time, 0, end - from);
      timeLength = end - from;
      fractionEnd = SECONDS_BYTES + (syntax == FieldSyntax.MILLISECONDS ? 4 : 0);
    }
  }

  private static int end(Operation operation, byte[] b, int from, int limit) {
    return switch (operation.syntax) {
      case DIGITS -> digits(b, from, limit);
      case WORD -> word(operation.behind, b, from, limit);
      case TEXT -> text(operation.behind, b, from, limit);
      case REMOTE -> remote(operation.behind, b, from, limit);
      default -> FieldScanner.scan(operation.syntax, b, from, limit);
    };
  }

  private static int digits(byte[] b, int from, int limit) {
    int i = from;
    while (i < limit && isDigit(b[i])) {
      i++;
    }
    return i > from ? i : NO_MATCH;
  }

  private static int word(byte[] behind, byte[] b, int from, int limit) {
    byte first = behind[0];
    for (int i = from; i < limit; i++) {
      if (b[i] == first && isAt(behind, b, i, limit)) {
        return i;
      }
      if (b[i] == ' ') {
        return NO_MATCH;
      }
    }
    return NO_MATCH;
  }

  private static int text(byte[] behind, byte[] b, int from, int limit) {
    byte first = behind[0];
    for (int i = from; i < limit; i++) {
      if (b[i] == first && isAt(behind, b, i, limit)) {
        return i;
      }
    }
    return NO_MATCH;
  }

  /** An address is not empty here: that is tried last. */
  private static int remote(byte[] behind, byte[] b, int from, int limit) {
    byte first = behind[0];
    for (int i = from + 1; i < limit && b[i - 1] != ' '; i++) {
      if (b[i] == first
          && FieldScanner.mayBe(FieldSyntax.REMOTE, b, from, i)
          && isAt(behind, b, i, limit)) {
        return i;
      }
    }
    return NO_MATCH;
  }

  private static boolean isAt(byte[] literal, byte[] b, int from, int limit) {
    if (from + literal.length > limit) {
      return false;
    }
    for (int i = 0; i < literal.length; i++) {
      if (b[from + i] != literal[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether a colon before the label could be that of another label. */
  private boolean mayHaveLabel(byte[] b, int from, int start, int labelAt, int to) {
    int i = start;
    for (; i + Long.BYTES <= labelAt; i += Long.BYTES) {
      long differences = (long) LONGS.get(b, i) ^ COLONS;
      if (((differences - ONES) & ~differences & HIGH_BITS) != 0
          && mayHaveLabelSlowly(b, from, i, i + Long.BYTES, to)) {
        return true;
      }
    }
    return mayHaveLabelSlowly(b, from, i, labelAt, to);
  }

  private boolean mayHaveLabelSlowly(byte[] b, int from, int start, int end, int to) {
    for (int colon = start; colon < end; colon++) {
      if (b[colon] == ':' && labels.at(b, from, colon, to) != null) {
        return true;
      }
    }
    return false;
  }

  private boolean findLabel(byte[] b, int from, int start, int to) {
    if (isLog(b, start, to) && start + LOG_COLON < from + LineHead.MAX_PREFIX_BYTES) {
      return found(Label.LOG, start, start + LOG_LABEL.length);
    }
    int limit = Math.min(Math.min(to, start + MAX_LABEL_BYTES), from + LineHead.MAX_PREFIX_BYTES);
    for (int colon = start + 1; colon < limit; colon++) {
      if (b[colon] == ':') {
        LabelForm form = labels.at(b, from, colon, to);
        return form != null
            && colon - form.word().length == start
            && found(form.label(), start, colon + 1 + form.blanks());
      }
    }
    return false;
  }

  private boolean found(Label newLabel, int start, int text) {
    label = newLabel;
    labelStart = start;
    textStart = text;
    return true;
  }

  private static boolean isDigit(byte value) {
    return value >= '0' && value <= '9';
  }

  /**
   * The label found.
   *
   * @return the label
   */
  public Label label() {
    if (label == null) {
      throw new IllegalStateException("no head was found");
    }
    return label;
  }

  /**
   * Where the label starts: the prefix stands before.
   *
   * @return index in the line's array
   */
  public int labelStart() {
    return labelStart;
  }

  /**
   * Where the text starts.
   *
   * @return index in the line's array
   */
  public int textStart() {
    return textStart;
  }

  /**
   * The fields of the prefix.
   *
   * @return the fields, until the next search
   */
  public PrefixFields fields() {
    return fields;
  }
}
