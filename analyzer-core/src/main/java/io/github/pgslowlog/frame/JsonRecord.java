package io.github.pgslowlog.frame;

import io.github.pgslowlog.json.JsonFieldReader;
import io.github.pgslowlog.json.JsonType;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Finds the record of a message in a JSON object.
 *
 * <table>
 * <caption>Where the members are</caption>
 * <tr><td>jsonlog</td><td>in the object</td></tr>
 * <tr><td>CloudNativePG, Tembo</td><td>in {@code record}</td></tr>
 * <tr><td>Supabase</td><td>in {@code metadata.parsed}, the text in {@code event_message}</td></tr>
 * <tr><td>any of these in Cloud Logging</td><td>in {@code jsonPayload} or its {@code
 * record}</td></tr>
 * </table>
 *
 * <p>The names of the other members can be changed by settings, so they do not count.
 */
final class JsonRecord {
  private static final int RECORD = 0;
  private static final int FIRST_PLACE = RECORD;
  private static final int LAST_PLACE = 3;
  private static final int LOGGER = 4;
  private static final int AUDIT = 5;
  private static final int EVENT_MESSAGE = 6;
  private static final int TIMESTAMP = 7;
  private static final byte[] PGAUDIT = "pgaudit".getBytes(StandardCharsets.US_ASCII);

  private final JsonFieldReader members = new JsonFieldReader(RecordMember.paths());
  private final JsonFieldReader envelope =
      new JsonFieldReader(
          "record",
          "metadata.parsed",
          "jsonPayload.record",
          "jsonPayload",
          "logger",
          "record.audit",
          "event_message",
          "timestamp");
  private boolean whole;
  private boolean wrapped;

  /** Looks at an object; tells whether it holds a record of the server. */
  boolean find(byte[] bytes, int from, int to) {
    wrapped = false;
    whole = members.read(bytes, from, to);
    if (members.has(RecordMember.ERROR_SEVERITY.first())) {
      return true;
    }
    wrapped = true;
    envelope.read(bytes, from, to);
    if (envelope.has(AUDIT) || envelope.is(LOGGER, PGAUDIT)) {
      return false;
    }
    for (int place = FIRST_PLACE; place <= LAST_PLACE; place++) {
      if (findIn(place)) {
        return true;
      }
    }
    return false;
  }

  private boolean findIn(int place) {
    JsonType type = envelope.type(place);
    int from = envelope.from(place);
    int to = envelope.to(place);
    if (type == JsonType.ARRAY) {
      from = firstBrace(from, to);
    }
    boolean nested = type == JsonType.OBJECT || type == JsonType.ARRAY;
    if (!nested) {
      return false;
    }
    members.read(envelope.buffer(), from, to);
    return members.has(RecordMember.ERROR_SEVERITY.first());
  }

  private int firstBrace(int from, int to) {
    int i = from;
    while (i < to && envelope.buffer()[i] != '{') {
      i++;
    }
    return i;
  }

  /** Whether the object is JSON to its end. */
  boolean isWhole() {
    return whole;
  }

  JsonFieldReader members() {
    return members;
  }

  /** The reader that has a text for a member, under its name or next to the record. */
  @Nullable JsonFieldReader reader(RecordMember member) {
    if (isThere(members, member.first()) || isThere(members, member.second())) {
      return members;
    }
    return wrapped && outside(member) >= 0 ? envelope : null;
  }

  /** The number of the member in {@link #reader}. */
  int number(RecordMember member) {
    if (isThere(members, member.first())) {
      return member.first();
    }
    return isThere(members, member.second()) ? member.second() : outside(member);
  }

  private int outside(RecordMember member) {
    int number =
        switch (member) {
          case MESSAGE -> EVENT_MESSAGE;
          case TIMESTAMP -> TIMESTAMP;
          default -> -1;
        };
    return number >= 0 && isThere(envelope, number) ? number : -1;
  }

  private static boolean isThere(JsonFieldReader reader, int number) {
    return reader.hasText(number) || reader.type(number) == JsonType.NUMBER;
  }
}
