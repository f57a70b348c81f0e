package io.github.pgslowlog.decode;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.bytes.StringInterner;
import io.github.pgslowlog.frame.RecordField;
import io.github.pgslowlog.frame.RecordFrame;
import io.github.pgslowlog.language.Label;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a csvlog or jsonlog message. Not safe for several threads: it reuses names.
 *
 * <p>A severity that is not known, such as one in another language, does not lose the message: if
 * its text starts like a duration it is read as {@link Label#LOG}, else as {@link Label#INFO},
 * which no duration has.
 */
public final class RecordDecoder {
  private static final byte[] DURATION = "duration: ".getBytes(StandardCharsets.US_ASCII);
  private static final Slice NO_TEXT = Slice.of(new byte[0]);

  private final TimeDecoder times;
  private final Function<Slice, @Nullable Label> severities;
  private final StringInterner names = new StringInterner();

  /**
   * Reads messages of an English server.
   *
   * @param times reads their times
   */
  public RecordDecoder(TimeDecoder times) {
    this(times, englishSeverities());
  }

  /**
   * Reads messages.
   *
   * @param times reads their times
   * @param severities the label of a severity as the log shows it, null for a word it does not know
   */
  public RecordDecoder(TimeDecoder times, Function<Slice, @Nullable Label> severities) {
    this.times = times;
    this.severities = severities;
  }

  /**
   * The severities in English.
   *
   * @return the label of a severity, null for other words
   */
  public static Function<Slice, @Nullable Label> englishSeverities() {
    return Arrays.stream(Label.values())
            .filter(Label::isSeverity)
            .collect(
                Collectors.toMap(
                    label -> Slice.of(label.name().getBytes(StandardCharsets.US_ASCII)),
                    label -> label))
        ::get;
  }

  /**
   * Reads a message.
   *
   * @param frame the message
   * @return its fields
   */
  public LogEntry decode(RecordFrame frame) {
    Slice message = text(frame, RecordField.MESSAGE);
    return new LogEntry(
        frame.location(),
        time(frame),
        origin(frame),
        severity(frame, message),
        name(frame, RecordField.SQLSTATE),
        message == null ? NO_TEXT : message,
        text(frame, RecordField.DETAIL),
        text(frame, RecordField.CONTEXT),
        text(frame, RecordField.STATEMENT));
  }

  private @Nullable Instant time(RecordFrame frame) {
    Slice time = frame.get(RecordField.TIME);
    return time == null ? null : RecordTime.read(times, time);
  }

  private Origin origin(RecordFrame frame) {
    String queryId = name(frame, RecordField.QUERY_ID);
    return new Origin(
        name(frame, RecordField.SESSION),
        name(frame, RecordField.PROCESS),
        name(frame, RecordField.USER),
        name(frame, RecordField.DATABASE),
        name(frame, RecordField.APPLICATION),
        name(frame, RecordField.REMOTE),
        "0".equals(queryId) ? null : queryId);
  }

  private Label severity(RecordFrame frame, @Nullable Slice message) {
    Slice word = frame.get(RecordField.SEVERITY);
    Label known = word == null ? null : severities.apply(word);
    if (known != null) {
      return known;
    }
    return message != null && message.startsWith(DURATION) ? Label.LOG : Label.INFO;
  }

  private @Nullable String name(RecordFrame frame, RecordField field) {
    Slice value = text(frame, field);
    return value == null ? null : names.intern(value.array(), value.from(), value.to());
  }

  /** What is empty counts as absent: exports do not always tell them apart. */
  private static @Nullable Slice text(RecordFrame frame, RecordField field) {
    Slice value = frame.get(field);
    return value == null || value.length() == 0 ? null : value;
  }
}
