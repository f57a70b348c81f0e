package io.github.pgslowlog.statement;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.language.DurationWording;
import io.github.pgslowlog.language.Languages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a duration message, taken apart.
 *
 * <pre>
 * duration: D ms  statement: SQL
 * duration: D ms  parse NAME: SQL
 * duration: D ms  bind NAME[/PORTAL]: SQL
 * duration: D ms  execute NAME[/PORTAL]: SQL
 * duration: D ms  execute fetch from NAME[/PORTAL]: SQL
 * duration: D ms  fastpath function call: "fn" (OID n)
 * duration: D ms
 * duration: D ms  plan:
 * </pre>
 *
 * <p>Other languages have other words, gaps and orders, see {@link DurationWording}. What stands
 * behind the unit is read by {@link StatementMessage}.
 *
 * @param kind what was measured
 * @param durationMicros microseconds
 * @param name prepared statement, null if the kind has none
 * @param portal portal, null if unnamed
 * @param sql the text, null if the kind has none
 */
record DurationMessage(
    StatementKind kind,
    long durationMicros,
    @Nullable String name,
    @Nullable String portal,
    @Nullable Slice sql) {
  /** Some three years; sums of such durations still fit into 64 bits. */
  private static final int MAX_WHOLE_DIGITS = 11;

  /** Null if the message is not about a duration. */
  static @Nullable DurationMessage read(Slice message, Languages languages) {
    List<DurationWording> wordings = languages.durations();
    for (int i = 0; i < wordings.size(); i++) {
      DurationWording wording = wordings.get(i);
      if (message.startsWith(wording.opening())) {
        DurationMessage found = behindOpening(message.from(wording.opening().length), wording);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static @Nullable DurationMessage behindOpening(Slice text, DurationWording wording) {
    byte[] b = text.array();
    long micros = 0;
    int i = text.from();
    int firstDigit = i;
    while (i < text.to() && isDigit(b[i]) && i - firstDigit < MAX_WHOLE_DIGITS) {
      micros = 10 * micros + b[i++] - '0';
    }
    boolean fraction =
        i > firstDigit
            && i + 4 <= text.to()
            && b[i] == '.'
            && isDigit(b[i + 1])
            && isDigit(b[i + 2])
            && isDigit(b[i + 3]);
    if (!fraction) {
      return null;
    }
    micros = 1000 * micros + 100L * (b[i + 1] - '0') + 10L * (b[i + 2] - '0') + b[i + 3] - '0';
    return behindNumber(micros, text.from(i + 4 - text.from()), wording.units());
  }

  private static @Nullable DurationMessage behindNumber(
      long micros, Slice text, List<DurationWording.Unit> units) {
    for (int i = 0; i < units.size(); i++) {
      DurationWording.Unit unit = units.get(i);
      if (text.startsWith(unit.text())) {
        DurationMessage found = behindUnit(micros, text.from(unit.text().length), unit);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static @Nullable DurationMessage behindUnit(
      long micros, Slice rest, DurationWording.Unit unit) {
    if (isBlank(rest)) {
      return new DurationMessage(StatementKind.BARE, micros, null, null, null);
    }
    StatementMessage about = StatementMessage.read(rest, unit.forms());
    return about == null
        ? null
        : new DurationMessage(about.kind(), micros, about.name(), about.portal(), about.sql());
  }

  private static boolean isBlank(Slice rest) {
    for (int i = rest.from(); i < rest.to(); i++) {
      if (rest.array()[i] != ' ') {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(byte value) {
    return value >= '0' && value <= '9';
  }
}
