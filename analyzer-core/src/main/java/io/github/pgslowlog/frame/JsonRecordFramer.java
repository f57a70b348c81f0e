package io.github.pgslowlog.frame;

import io.github.pgslowlog.bytes.ByteAccumulator;
import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.bytes.LostDuration;
import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.diagnostics.Location;
import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.diagnostics.SkipReason;
import io.github.pgslowlog.json.JsonFieldReader;
import io.github.pgslowlog.wrap.EnvelopeTime;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * Makes records of JSON objects: jsonlog, and what platforms make of jsonlog and csvlog (see {@link
 * JsonRecord} and {@link RecordMember}).
 *
 * <p>Empty strings count as absent. jsonlog leaves the SQLSTATE {@code 00000} out, and so does the
 * record. Host and port become {@code host:port}, function, file and line {@code function,
 * file:line}, as csvlog has them; a time next to the record gets the form of {@code %m}.
 */
public final class JsonRecordFramer {
  private final Lines objects;
  private final String file;
  private final int maxEntryBytes;
  private final FrameListener listener;
  private final JsonRecord record = new JsonRecord();
  private final ByteAccumulator text = new ByteAccumulator();
  private final int[] starts = new int[RecordField.values().length];
  private final int[] ends = new int[RecordField.values().length];
  private boolean cut;

  /**
   * Reads records from objects.
   *
   * @param objects one object a line, see {@link io.github.pgslowlog.json.JsonObjects}
   * @param file name of the log
   * @param maxEntryBytes bound on the texts of one record; what is over it is left out and told
   * @param listener receives records and skips
   */
  public JsonRecordFramer(Lines objects, String file, int maxEntryBytes, FrameListener listener) {
    this.objects = objects;
    this.file = file;
    this.maxEntryBytes = maxEntryBytes;
    this.listener = listener;
  }

  /**
   * Tells whether an object holds a message of the server in fields.
   *
   * @param buffer holds the object
   * @param from index of its first byte
   * @param to index behind its last byte
   * @return whether it does
   */
  public static boolean looksLikeRecord(byte[] buffer, int from, int to) {
    JsonRecord candidate = new JsonRecord();
    return candidate.find(buffer, from, to) && candidate.reader(RecordMember.MESSAGE) != null;
  }

  /**
   * Reads every object to the end.
   *
   * @throws IOException when the log cannot be read on; what was read before was reported
   */
  public void read() throws IOException {
    read(Long.MAX_VALUE);
  }

  /**
   * Reads every object that starts before an offset.
   *
   * @param endOffset offset in the log behind the last byte that may start an object
   * @throws IOException when the log cannot be read on; what was read before was reported
   */
  public void read(long endOffset) throws IOException {
    while (objects.next() && objects.offset() < endOffset) {
      accept(objects.buffer(), objects.start(), objects.end());
    }
  }

  private void accept(byte[] bytes, int from, int to) {
    boolean object = from < to && bytes[from] == '{';
    boolean found = object && record.find(bytes, from, to);
    if (objects.cut()) {
      skip(SkipReason.OVERSIZED, found ? 0 : LostDuration.micros(bytes, from, to));
    } else if (!object || !record.isWhole()) {
      skip(SkipReason.BAD_JSON, LostDuration.micros(bytes, from, to));
      return;
    }
    if (found) {
      frame();
    } else if (!objects.cut()) {
      skip(SkipReason.OTHER_PROGRAM, 0);
    }
  }

  private void skip(SkipReason reason, long lostMicros) {
    listener.skip(new Skip(reason, location(), lostMicros));
  }

  private Location location() {
    return new Location(file, objects.line(), objects.offset());
  }

  private void frame() {
    text.clear();
    cut = false;
    for (RecordField field : RecordField.values()) {
      starts[field.ordinal()] = -1;
    }
    for (RecordMember member : RecordMember.values()) {
      RecordField field = member.field();
      if (field != null) {
        append(member, field);
      }
    }
    if (cut && !objects.cut()) {
      skip(SkipReason.OVERSIZED, 0);
    }
    listener.frame(new RecordFrame(location(), fields()));
  }

  private void append(RecordMember member, RecordField field) {
    int start = text.length();
    switch (member) {
      case TIMESTAMP -> appendTime();
      case REMOTE_HOST -> {
        appendText(member);
        appendBehind(':', RecordMember.REMOTE_PORT, start);
      }
      case FUNC_NAME -> appendPlace(start);
      default -> appendText(member);
    }
    if (text.length() > start) {
      cut |= text.length() > maxEntryBytes;
      text.truncate(maxEntryBytes);
      starts[field.ordinal()] = Math.min(start, text.length());
      ends[field.ordinal()] = text.length();
    }
  }

  private void appendText(RecordMember member) {
    JsonFieldReader reader = record.reader(member);
    if (reader != null) {
      reader.append(record.number(member), text);
    }
  }

  private void appendTime() {
    JsonFieldReader reader = record.reader(RecordMember.TIMESTAMP);
    if (reader == null) {
      return;
    }
    int number = record.number(RecordMember.TIMESTAMP);
    if (!EnvelopeTime.append(reader.buffer(), reader.from(number), reader.to(number), text)) {
      reader.append(number, text);
    }
  }

  /** {@code exec_simple_query, postgres.c:1314}; each part may be missing. */
  private void appendPlace(int start) {
    appendText(RecordMember.FUNC_NAME);
    if (text.length() > start && record.reader(RecordMember.FILE_NAME) != null) {
      text.append(',');
      text.append(' ');
    }
    appendText(RecordMember.FILE_NAME);
    appendBehind(':', RecordMember.FILE_LINE_NUM, start);
  }

  private void appendBehind(char separator, RecordMember member, int start) {
    if (text.length() > start && record.reader(member) != null) {
      text.append(separator);
      appendText(member);
    }
  }

  private Map<RecordField, Slice> fields() {
    byte[] bytes = text.toBytes();
    EnumMap<RecordField, Slice> fields = new EnumMap<>(RecordField.class);
    for (RecordField field : RecordField.values()) {
      int start = starts[field.ordinal()];
      if (start >= 0) {
        fields.put(field, Slice.of(bytes, start, ends[field.ordinal()]));
      }
    }
    return fields;
  }
}
