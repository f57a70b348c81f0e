package io.github.pgslowlog.block;

import io.github.pgslowlog.decode.Origin;
import io.github.pgslowlog.language.Label;
import io.github.pgslowlog.prefix.PrefixEscape;
import io.github.pgslowlog.prefix.PrefixFields;
import io.github.pgslowlog.prefix.QuickHead;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Heads of lines that begin with a time, found by what stands behind it: the messages of a session
 * show the same bytes from there to their label, unless the prefix counts something.
 *
 * <p>What a head is depends on its bytes up to the text alone, and the time has the digits and the
 * length of one that was read, so that a head with equal bytes behind it has the same fields and
 * the same label. Hot path; for one thread.
 */
final class KnownHeads {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int PLACES = 1024;
  private static final long PRIME = 0x9E3779B97F4A7C15L;

  /** Heads are told apart by so many bytes first. */
  private static final int KEY_BYTES = 16;

  private static final int MAX_BYTES = 512;

  /** A prefix whose heads never come again is noticed after so many. */
  private static final int TRIAL = 4096;

  private final TimeReader times;
  private final @Nullable Head[] messages = new @Nullable Head[PLACES];
  private final @Nullable Head[] sections = new @Nullable Head[PLACES];
  private int timeLength;
  private long time;
  private int hits;
  private int misses;
  private boolean useless;

  /**
   * A head.
   *
   * @param behindTime its bytes from the time to the text
   * @param label its label
   * @param origin whose session it is; nobody's if it starts a section
   * @param fields their places, counted from the start of the line
   * @param labelStart where the label starts, counted likewise
   * @param textStart where the text starts
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Head(
      byte[] behindTime,
      Label label,
      Origin origin,
      PrefixFields fields,
      int labelStart,
      int textStart) {
    /**
     * Whether it stands behind a time that is as long as its own, as its places count that, too.
     */
    boolean isAt(byte[] b, int from, int to, int timeLength) {
      int length = behindTime.length;
      return to - from >= length
          && textStart - length == timeLength
          && Arrays.mismatch(behindTime, 0, length, b, from, from + length) < 0;
    }
  }

  KnownHeads(TimeReader times) {
    this.times = times;
  }

  /** The head of a line, null if it is not known. */
  @Nullable Head find(byte[] b, int from, int to) {
    int rest = from + timeLength;
    if (useless || timeLength == 0 || to - rest < KEY_BYTES) {
      return null;
    }
    long read = times.again(b, from, rest);
    if (read == TimeReader.NO_TIME) {
      return null;
    }
    int place = place(b, rest);
    Head message = messages[place];
    if (message != null && message.isAt(b, rest, to, timeLength)) {
      time = read;
      hits++;
      return message;
    }
    Head section = sections[place];
    if (section != null && section.isAt(b, rest, to, timeLength)) {
      hits++;
      return section;
    }
    return null;
  }

  /** The time of the message found last. */
  long time() {
    return time;
  }

  private static int place(byte[] b, int from) {
    long hash = (long) LONGS.get(b, from) * PRIME + (long) LONGS.get(b, from + Long.BYTES);
    return (int) (hash * PRIME >>> 40) & (PLACES - 1);
  }

  /** Remembers the head of a line that was read in another way. */
  void remember(byte[] b, int from, QuickHead head, Origin origin) {
    PrefixFields fields = head.fields();
    PrefixEscape shown =
        fields.has(PrefixEscape.TIME_MILLISECONDS)
            ? PrefixEscape.TIME_MILLISECONDS
            : PrefixEscape.TIME;
    int behind = fields.to(shown);
    int length = head.textStart() - behind;
    if (useless
        || fields.from(shown) != from
        || length < KEY_BYTES
        || length > MAX_BYTES
        || times.again(b, from, behind) == TimeReader.NO_TIME) {
      return;
    }
    timeLength = behind - from;
    useless = ++misses % TRIAL == 0 && hits < misses;
    Head known =
        new Head(
            Arrays.copyOfRange(b, behind, head.textStart()),
            head.label(),
            origin,
            fields.shiftedCopy(-from),
            head.labelStart() - from,
            head.textStart() - from);
    int place = place(b, behind);
    if (head.label().isSeverity()) {
      messages[place] = known;
    } else {
      sections[place] = known;
    }
  }
}
