package io.github.pgslowlog.frame;

import io.github.pgslowlog.bytes.DerivedLines;
import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.language.Languages;
import io.github.pgslowlog.prefix.LineHead;
import io.github.pgslowlog.prefix.PrefixEscape;
import io.github.pgslowlog.prefix.PrefixFields;
import io.github.pgslowlog.prefix.PrefixMatcher;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Takes apart messages that processes wrote into each other.
 *
 * <p>Without the logging collector every process writes its messages to the same pipe. When the
 * pipe is full a message is cut anywhere, and that of another process starts in the middle of the
 * line:
 *
 * <pre>
 * [41] LOG:  duration: 1.000 ms  statement: SELECT 'eee[42] LOG:  duration: 2.000 ms
 * eee'
 * </pre>
 *
 * <p>The rest of a cut message comes later, as a line without tab or prefix; each message gets a
 * stream of its own. Searching lines for heads is not for a log whose messages are whole: text of
 * clients may look like one. So it begins with {@link #activate()}, when a line fits nowhere, and a
 * head must show another process and the same minutes as the message it interrupts. Which of
 * several cut messages a rest belongs to is not written anywhere, so their texts may be mixed;
 * their times are right.
 */
final class InterleavedLines extends DerivedLines {
  /** More messages are never under way: the server wakes its writers one after the other. */
  private static final int MAX_INTERRUPTED = 64;

  /** What is put together to a line is no longer than the longest entry by default. */
  private static final int MAX_JOINED_BYTES = 10 << 20;

  /** An expanded prefix is shorter. */
  private static final int MAX_PREFIX_BYTES = 4096;

  private static final int MINUTES_APART = 2;

  private final Lines lines;
  private final LineHead head;
  private final Deque<Interrupted> interrupted = new ArrayDeque<>();
  private final Deque<Long> freeStreams = new ArrayDeque<>();
  private long streams;
  private boolean active;
  private boolean resumed;
  private @Nullable Interrupted givenUp;
  private byte[] buffer = new byte[0];
  private int start;
  private int end;
  private int rest = -1;
  private int restEnd;
  private long stream;
  private long offset;
  private long line;
  private byte[] lastTime = new byte[0];
  private byte[] lastProcess = new byte[0];

  /** A message that was cut: what there is of its last line, and its stream. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Interrupted(byte[] text, byte[] process, long stream, long offset, long line) {}

  /** Whether messages with this prefix can be told from text at all: by time and process. */
  static boolean isPossible(PrefixMatcher matcher) {
    return matcher.startsWithTime()
        && (matcher.prefix().shows(PrefixEscape.PROCESS)
            || matcher.prefix().shows(PrefixEscape.SESSION));
  }

  InterleavedLines(Lines lines, LineHead head) {
    this.lines = lines;
    this.head = head;
  }

  /** Whether messages in these lines are cut and go on later. */
  static boolean occursIn(Lines head, PrefixMatcher matcher, Languages languages)
      throws IOException {
    if (!isPossible(matcher)) {
      return false;
    }
    InterleavedLines lines = new InterleavedLines(head, new LineHead(matcher, languages));
    lines.activate();
    while (lines.next()) {
      if (lines.resumed) {
        return true;
      }
    }
    return false;
  }

  /** From here on, messages may start in the middle of a line. */
  void activate() {
    active = true;
  }

  @Override
  public boolean next() throws IOException {
    while (true) {
      if (givenUp != null) {
        Interrupted message = givenUp;
        givenUp = null;
        return unfinished(message);
      }
      if (rest >= 0) {
        start = rest;
        end = restEnd;
        rest = -1;
      } else if (lines.next()) {
        buffer = lines.buffer();
        start = lines.start();
        end = lines.end();
        offset = lines.offset();
        line = lines.line();
      } else {
        return unfinished(interrupted.poll());
      }
      if (!active || lines.stream() != 0 || lines.part() != Part.LINE) {
        return pass(lines);
      }
      if (isWhole()) {
        place(line, offset, -stream);
        return hand(Part.LINE, buffer, start, end, lines.cut());
      }
    }
  }

  /** False if the line is cut: what there is of it is kept for later. */
  private boolean isWhole() {
    boolean tabbed = start < end && buffer[start] == '\t';
    boolean isHead = !tabbed && head.find(buffer, start, end);
    int from = isHead ? head.textStart() : start;
    if (isHead) {
      remember(head.fields());
    } else if (!tabbed) {
      resume();
      from = start;
    }
    if (!head.findInside(buffer, from, end) || !isPlausible(head.fields())) {
      return true;
    }
    int cut = head.start();
    byte[] text = Arrays.copyOfRange(buffer, start, cut);
    interrupted.add(new Interrupted(text, lastProcess, stream, offset, line));
    remember(head.fields());
    if (interrupted.size() > MAX_INTERRUPTED) {
      givenUp = interrupted.poll();
    }
    Long free = freeStreams.poll();
    stream = free == null ? ++streams : free;
    rest = cut;
    restEnd = end;
    return false;
  }

  /** A line without tab or head is the rest of a message that was cut: most often the oldest. */
  private void resume() {
    Interrupted message = choose();
    if (message == null) {
      return;
    }
    resumed = true;
    freeStreams.add(stream);
    int length = message.text.length;
    byte[] joined = Arrays.copyOf(message.text, length + end - start);
    System.arraycopy(buffer, start, joined, length, end - start);
    buffer = joined;
    start = 0;
    end = joined.length;
    lastProcess = message.process;
    stream = message.stream;
    offset = message.offset;
    line = message.line;
  }

  private @Nullable Interrupted choose() {
    for (Iterator<Interrupted> all = interrupted.iterator(); all.hasNext(); ) {
      Interrupted message = all.next();
      if (completesHead(message)) {
        all.remove();
        return message;
      }
    }
    Interrupted oldest = interrupted.peek();
    boolean fits = oldest != null && oldest.text.length + end - start <= MAX_JOINED_BYTES;
    return fits ? interrupted.poll() : null;
  }

  /** A message that was cut within its prefix shows which rest is its own. */
  private boolean completesHead(Interrupted message) {
    byte[] text = message.text;
    if (text.length == 0
        || text.length > MAX_PREFIX_BYTES
        || text[0] == '\t'
        || head.find(text, 0, text.length)) {
      return false;
    }
    int more = Math.min(end - start, MAX_PREFIX_BYTES);
    byte[] joined = Arrays.copyOf(text, text.length + more);
    System.arraycopy(buffer, start, joined, text.length, more);
    return head.find(joined, 0, joined.length);
  }

  /** What there is of a message whose rest does not come. */
  private boolean unfinished(@Nullable Interrupted message) {
    if (message == null) {
      return false;
    }
    place(message.line, message.offset, -message.stream);
    return hand(Part.LINE, message.text, 0, message.text.length, false);
  }

  private void remember(PrefixFields fields) {
    lastTime = bytes(fields, time(fields));
    lastProcess = bytes(fields, process(fields));
  }

  private boolean isPlausible(PrefixFields fields) {
    byte[] process = bytes(fields, process(fields));
    if (lastTime.length == 0 || process.length == 0 || Arrays.equals(process, lastProcess)) {
      return false;
    }
    long now = minute(bytes(fields, time(fields)));
    return now >= 0 && Math.abs(now - minute(lastTime)) <= MINUTES_APART;
  }

  private byte[] bytes(PrefixFields fields, PrefixEscape escape) {
    return fields.has(escape)
        ? Arrays.copyOfRange(head.line(), fields.from(escape), fields.to(escape))
        : new byte[0];
  }

  private static PrefixEscape time(PrefixFields fields) {
    return fields.has(PrefixEscape.TIME_MILLISECONDS)
        ? PrefixEscape.TIME_MILLISECONDS
        : PrefixEscape.TIME;
  }

  private static PrefixEscape process(PrefixFields fields) {
    return fields.has(PrefixEscape.PROCESS) ? PrefixEscape.PROCESS : PrefixEscape.SESSION;
  }

  /** Minutes since 1970 of {@code 2026-11-20 09:00:03}, negative if the digits are no date. */
  private static long minute(byte[] time) {
    int month = number(time, 5, 7);
    int day = number(time, 8, 10);
    if (month < 1 || month > 12 || day < 1 || day > 31) {
      return -1;
    }
    long days = LocalDate.of(number(time, 0, 4), month, 1).toEpochDay() + day;
    return (24 * days + number(time, 11, 13)) * 60 + number(time, 14, 16);
  }

  private static int number(byte[] digits, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      value = 10 * value + digits[i] - '0';
    }
    return value;
  }
}
