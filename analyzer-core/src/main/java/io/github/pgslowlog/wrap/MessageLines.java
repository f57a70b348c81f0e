package io.github.pgslowlog.wrap;

import io.github.pgslowlog.bytes.ByteAccumulator;
import io.github.pgslowlog.json.JsonFieldReader;
import io.github.pgslowlog.json.JsonType;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Any other JSON that holds lines of the server in a member whose name shippers like: Datadog's
 * exports, Loki, Fluentd, Splunk and the like.
 *
 * <p>An object is taken for such by its text, and only if no second member could be meant. Once the
 * log is known to be one, every object with such a member counts: its text may be a continuation
 * line.
 */
final class MessageLines extends EnvelopeLines {
  static final List<String> PATHS =
      List.of(
          "message",
          "msg",
          "log",
          "MESSAGE",
          "textPayload",
          "line",
          "event_message",
          "Content",
          "content",
          "content.message",
          "attributes.message",
          "_raw",
          "body",
          "result._raw",
          "_source.message",
          "hostname",
          "host",
          "stream",
          "kubernetes.pod_name",
          "kubernetes.container_name");

  private static final int TEXTS = 15;
  private static final int HOSTNAME = 15;
  private static final int HOST = 16;
  private static final int STREAM = 17;
  private static final int POD = 18;
  private static final int CONTAINER = 19;

  /** A member of every record of jsonlog, which may itself be the text of a message. */
  private static final byte[] RECORD = "\"error_severity\":".getBytes(StandardCharsets.US_ASCII);

  private int member = -1;

  MessageLines(PeelSource source) {
    super(source, PATHS, Part.CONTINUED);
  }

  static boolean matches(JsonFieldReader fields) {
    return serverMember(fields) >= 0;
  }

  /** The one member whose text looks like a line of the server, or -1. */
  private static int serverMember(JsonFieldReader fields) {
    int found = -1;
    ByteAccumulator text = new ByteAccumulator();
    for (int field = 0; field < TEXTS; field++) {
      text.clear();
      if (fields.type(field) == JsonType.STRING) {
        fields.append(field, text);
      }
      if (isServer(text.array(), text.length())) {
        if (found >= 0) {
          return -1;
        }
        found = field;
      }
    }
    return found;
  }

  private static boolean isServer(byte[] text, int length) {
    return length > 0 && text[0] == '{'
        ? ServerText.find(RECORD, text, 0, length) >= 0
        : ServerText.looksLikeServer(text, 0, length);
  }

  @Override
  Outcome open() {
    if (member < 0) {
      member = serverMember(fields);
    }
    if (member < 0 || fields.type(member) != JsonType.STRING) {
      return Outcome.OTHER_PROGRAM;
    }
    fields.append(member, text);
    return Outcome.TEXT;
  }

  @Override
  long streamOfObject() {
    return stream(HOSTNAME, HOST, STREAM, POD, CONTAINER);
  }
}
