package io.github.pgslowlog.statement;

import io.github.pgslowlog.bytes.Slice;
import java.nio.charset.StandardCharsets;
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
 * <p>What a name may hold is told at {@link StatementName}.
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
  private static final byte[] DURATION = ascii("duration: ");
  private static final byte[] MILLISECONDS = ascii(" ms");
  private static final byte[] STATEMENT = ascii("statement: ");
  private static final byte[] FASTPATH = ascii("fastpath function call: ");
  private static final byte[] PLAN = ascii("plan:");

  /** Some three years; sums of such durations still fit into 64 bits. */
  private static final int MAX_WHOLE_DIGITS = 11;

  /** A word before the name of a prepared statement. The longer words come first. */
  @SuppressWarnings("ImmutableEnumChecker")
  private enum NamedStep {
    FETCH("execute fetch from ", StatementKind.EXECUTE_FETCH),
    EXECUTE("execute ", StatementKind.EXECUTE),
    BIND("bind ", StatementKind.BIND),
    PARSE("parse ", StatementKind.PARSE);

    private final byte[] word;
    private final StatementKind kind;

    NamedStep(String word, StatementKind kind) {
      this.word = ascii(word);
      this.kind = kind;
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Null if the message is not about a duration. */
  static @Nullable DurationMessage read(Slice message) {
    if (!message.startsWith(DURATION)) {
      return null;
    }
    byte[] b = message.array();
    long micros = 0;
    int i = message.from() + DURATION.length;
    int firstDigit = i;
    while (i < message.to() && isDigit(b[i]) && i - firstDigit < MAX_WHOLE_DIGITS) {
      micros = 10 * micros + b[i++] - '0';
    }
    boolean fraction =
        i > firstDigit
            && i + 4 <= message.to()
            && b[i] == '.'
            && isDigit(b[i + 1])
            && isDigit(b[i + 2])
            && isDigit(b[i + 3]);
    if (!fraction) {
      return null;
    }
    micros = 1000 * micros + 100L * (b[i + 1] - '0') + 10L * (b[i + 2] - '0') + b[i + 3] - '0';
    int unit = i + 4 - message.from();
    if (!message.startsWithAt(unit, MILLISECONDS)) {
      return null;
    }
    return afterUnit(micros, message.from(unit + MILLISECONDS.length));
  }

  private static @Nullable DurationMessage afterUnit(long micros, Slice rest) {
    int spaces = 0;
    while (spaces < rest.length() && rest.array()[rest.from() + spaces] == ' ') {
      spaces++;
    }
    if (spaces == rest.length()) {
      return new DurationMessage(StatementKind.BARE, micros, null, null, null);
    }
    return spaces == 0 ? null : form(micros, rest.from(spaces));
  }

  private static @Nullable DurationMessage form(long micros, Slice text) {
    if (text.startsWith(STATEMENT)) {
      Slice sql = text.from(STATEMENT.length);
      return new DurationMessage(StatementKind.STATEMENT, micros, null, null, sql);
    }
    for (NamedStep step : NamedStep.values()) {
      if (text.startsWith(step.word)) {
        return named(step.kind, micros, text.from(step.word.length));
      }
    }
    if (text.startsWith(PLAN)) {
      return new DurationMessage(StatementKind.PLAN, micros, null, null, null);
    }
    if (text.startsWith(FASTPATH)) {
      Slice function = functionName(text.from(FASTPATH.length));
      return new DurationMessage(StatementKind.FASTPATH, micros, null, null, function);
    }
    return null;
  }

  private static @Nullable DurationMessage named(StatementKind kind, long micros, Slice text) {
    StatementName parts = StatementName.read(text);
    return parts == null
        ? null
        : new DurationMessage(kind, micros, parts.name(), parts.portal(), parts.sql());
  }

  /** {@code "fn" (OID n)} without quotes and OID. */
  private static Slice functionName(Slice text) {
    byte[] b = text.array();
    int last = text.to() - 1;
    while (last > text.from() && b[last] != '"') {
      last--;
    }
    return last > text.from() && b[text.from()] == '"' ? Slice.of(b, text.from() + 1, last) : text;
  }

  private static boolean isDigit(byte value) {
    return value >= '0' && value <= '9';
  }
}
