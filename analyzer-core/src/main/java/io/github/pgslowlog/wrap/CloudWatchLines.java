package io.github.pgslowlog.wrap;

import io.github.pgslowlog.json.JsonFieldReader;
import io.github.pgslowlog.json.JsonType;
import java.util.List;

/**
 * Events of AWS CloudWatch Logs, as {@code filter-log-events}, {@code get-log-events},
 * subscriptions and Logs Insights give them.
 *
 * <p>{@code {"logStreamName":"db1.0","timestamp":1732147200000,"message":"…","ingestionTime":…}}: a
 * message of the server each, with its further lines.
 */
final class CloudWatchLines extends EnvelopeLines {
  static final List<String> PATHS =
      List.of(
          "message",
          "@message",
          "logStreamName",
          "@logStream",
          "logStream",
          "ingestionTime",
          "@ingestionTime",
          "eventId",
          "id",
          "timestamp",
          "@timestamp",
          "@ptr");

  private static final int MESSAGE = 0;
  private static final int INSIGHTS_MESSAGE = 1;
  private static final int STREAM_NAME = 2;
  private static final int INSIGHTS_STREAM = 3;
  private static final int SUBSCRIPTION_STREAM = 4;
  private static final int INGESTION_TIME = 5;
  private static final int ID = 8;
  private static final int TIMESTAMP = 9;

  CloudWatchLines(PeelSource source) {
    super(source, PATHS, Part.CONTINUED);
  }

  static boolean matches(JsonFieldReader fields) {
    boolean subscription = fields.has(ID) && fields.type(TIMESTAMP) == JsonType.NUMBER;
    boolean event = fields.has(STREAM_NAME) || fields.has(INGESTION_TIME) || subscription;
    return fields.type(INSIGHTS_MESSAGE) == JsonType.STRING
        || (fields.type(MESSAGE) == JsonType.STRING && event);
  }

  @Override
  Outcome open() {
    int member = fields.has(INSIGHTS_MESSAGE) ? INSIGHTS_MESSAGE : MESSAGE;
    fields.append(member, text);
    return fields.type(member) == JsonType.STRING ? Outcome.TEXT : Outcome.OTHER_PROGRAM;
  }

  @Override
  long streamOfObject() {
    return stream(STREAM_NAME, INSIGHTS_STREAM, SUBSCRIPTION_STREAM);
  }
}
