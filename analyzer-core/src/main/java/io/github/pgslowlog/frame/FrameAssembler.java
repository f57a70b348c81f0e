package io.github.pgslowlog.frame;

import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.diagnostics.Location;
import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.diagnostics.SkipReason;
import io.github.pgslowlog.language.Label;
import io.github.pgslowlog.prefix.LineHead;
import io.github.pgslowlog.prefix.PrefixEscape;
import io.github.pgslowlog.prefix.PrefixFields;
import java.util.Arrays;
import java.util.EnumMap;
import org.jspecify.annotations.Nullable;

/**
 * Collects the lines of one message and hands it on when the next one starts.
 *
 * <p>Hot path: one growing buffer takes prefix and texts; a finished message gets its own exact
 * copy.
 */
final class FrameAssembler {
  private static final int INITIAL_BYTES = 512;

  /** A larger buffer is not kept for the next message: few messages need it. */
  private static final int KEPT_BYTES = 1 << 18;

  private static final PrefixEscape[] SESSION_FIELDS = {PrefixEscape.SESSION, PrefixEscape.PROCESS};

  private final int maxEntryBytes;
  private final FrameListener listener;
  private byte[] text = new byte[INITIAL_BYTES];
  private int length;
  private int headLength;
  private int[] ends = new int[Label.values().length];
  private int[] starts = new int[Label.values().length];
  private @Nullable Location location;
  private @Nullable Location oversized;
  private long headerMicros;
  private long headerProcess;
  private PrefixFields fields = new PrefixFields();
  private Label severity = Label.LOG;
  private @Nullable Label current;

  FrameAssembler(int maxEntryBytes, FrameListener listener) {
    this.maxEntryBytes = maxEntryBytes;
    this.listener = listener;
  }

  int length() {
    return length;
  }

  boolean isOpen() {
    return location != null;
  }

  void start(Location start, LineHead head, Lines lines) {
    finish();
    byte[] line = lines.buffer();
    int from = lines.start();
    int to = lines.end();
    headerMicros = lines.headerMicros();
    headerProcess = lines.headerProcess();
    location = start;
    severity = head.label();
    fields = head.fields().shiftedCopy(-from);
    headLength = head.labelStart() - from;
    reserve(headLength);
    System.arraycopy(line, from, text, 0, headLength);
    length = headLength;
    Arrays.fill(starts, -1);
    open(severity);
    append(line, head.textStart(), to);
  }

  /** A section belongs to the open message if the session that its prefix shows is the same. */
  boolean belongs(LineHead head, byte[] line) {
    if (location == null) {
      return false;
    }
    for (PrefixEscape field : SESSION_FIELDS) {
      if (fields.has(field) && head.fields().has(field)) {
        return Arrays.equals(
            text,
            fields.from(field),
            fields.to(field),
            line,
            head.fields().from(field),
            head.fields().to(field));
      }
    }
    return true;
  }

  void section(Label label, byte[] line, int from, int to) {
    open(label);
    append(line, from, to);
  }

  void continueText(byte[] line, int from, int to) {
    if (length < maxEntryBytes) {
      reserve(1);
      text[length++] = '\n';
      append(line, from, to);
    } else if (location != null) {
      markOversized(location);
    }
  }

  /** Text that goes on in the same line. */
  void appendText(byte[] line, int from, int to) {
    append(line, from, to);
  }

  void markOversized(Location where) {
    if (oversized == null) {
      oversized = where;
    }
  }

  private void open(Label label) {
    current = label;
    starts[label.ordinal()] = length;
    ends[label.ordinal()] = length;
  }

  private void append(byte[] line, int from, int to) {
    int count = Math.min(to - from, maxEntryBytes - length);
    if (count < to - from && location != null) {
      markOversized(location);
    }
    if (count > 0) {
      reserve(count);
      System.arraycopy(line, from, text, length, count);
      length += count;
    }
    if (current != null) {
      ends[current.ordinal()] = length;
    }
  }

  private void reserve(int count) {
    int needed = length + count;
    if (needed > text.length) {
      long doubled = Math.min(2L * text.length, maxEntryBytes);
      text = Arrays.copyOf(text, (int) Math.max(needed, doubled));
    }
  }

  /** Its own copy of the text; of a large one rather the buffer, if not much of that is unused. */
  private byte[] takeText() {
    if (text.length <= KEPT_BYTES) {
      return Arrays.copyOf(text, length);
    }
    byte[] taken = text;
    text = new byte[INITIAL_BYTES];
    return taken.length - length > length / 4 ? Arrays.copyOf(taken, length) : taken;
  }

  /** Hands on the open message, if there is one. */
  void finish() {
    if (location == null) {
      return;
    }
    byte[] bytes = takeText();
    EnumMap<Label, Slice> sections = new EnumMap<>(Label.class);
    for (Label label : Label.values()) {
      int start = starts[label.ordinal()];
      if (start >= 0 && label != severity) {
        sections.put(label, Slice.of(bytes, start, ends[label.ordinal()]));
      }
    }
    Slice message = Slice.of(bytes, starts[severity.ordinal()], ends[severity.ordinal()]);
    Slice head = Slice.of(bytes, 0, headLength);
    Location where = location;
    location = null;
    length = 0;
    current = null;
    if (oversized != null) {
      listener.skip(new Skip(SkipReason.OVERSIZED, oversized, 0));
      oversized = null;
    }
    listener.frame(
        new StderrFrame(
            where, head, fields, headerMicros, headerProcess, severity, message, sections));
  }
}
