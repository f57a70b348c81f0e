package io.github.pgslowlog.wrap;

import io.github.pgslowlog.bytes.ByteAccumulator;
import io.github.pgslowlog.diagnostics.SkipReason;
import io.github.pgslowlog.json.JsonFieldReader;
import io.github.pgslowlog.json.JsonType;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Docker's json-file driver, and the shippers of Kubernetes that write the same members.
 *
 * <p>{@code {"log":"…\n","stream":"stderr","time":"2026-11-21T00:11:00.000700123Z"}}: a physical
 * line each. A line over 16 KiB is split: its parts, but the last, have no line feed. Shippers that
 * leave the line feed out of every line say {@code "logtag":"P"} for a part.
 */
final class DockerLines extends EnvelopeLines {
  static final List<String> PATHS =
      List.of(
          "log", "stream", "time", "logtag", "kubernetes.pod_name", "kubernetes.container_name");

  /** Docker's split, less a character at each end that the split cut through. */
  private static final int PART_BYTES = (16 << 10) - 6;

  /** A line put together of parts; the same as the default bound on an entry. */
  static final int MAX_LINE_BYTES = 10 << 20;

  /** Parts wait for stdout and stderr of a few containers at once; the oldest gives way. */
  private static final int MAX_PENDING = 8;

  private static final int LOG = 0;
  private static final int STREAM = 1;
  private static final int TIME = 2;
  private static final int LOGTAG = 3;
  private static final int POD = 4;
  private static final int CONTAINER = 5;
  private static final byte[] PART = "P".getBytes(StandardCharsets.US_ASCII);

  /** A shipper took the line feeds off, so that a long line is not told from a part of one. */
  private boolean withoutLineFeeds;

  private final Map<Long, Pending> pending = new LinkedHashMap<>();

  /** A line whose end has not come. */
  private static final class Pending {
    private final ByteAccumulator text = new ByteAccumulator();
    private final long line;
    private final long offset;
    private boolean cut;

    Pending(long line, long offset) {
      this.line = line;
      this.offset = offset;
    }

    void append(ByteAccumulator part) {
      int count = Math.min(part.length(), MAX_LINE_BYTES - text.length());
      cut |= count < part.length();
      text.append(part.array(), 0, count);
    }
  }

  DockerLines(PeelSource source) {
    super(source, PATHS, Part.LINE);
  }

  static boolean matches(JsonFieldReader fields) {
    return fields.type(LOG) == JsonType.STRING && (fields.has(STREAM) || fields.has(TIME));
  }

  @Override
  Outcome open() {
    if (fields.type(LOG) != JsonType.STRING) {
      return Outcome.OTHER_PROGRAM;
    }
    fields.append(LOG, text);
    boolean part = isPart();
    Long stream = streamOfObject();
    Pending begun = pending.get(stream);
    if (begun == null && !part) {
      return Outcome.TEXT;
    }
    if (begun == null) {
      begun = begin(stream);
    }
    begun.append(text);
    if (part) {
      return Outcome.PENDING;
    }
    pending.remove(stream);
    take(begun);
    return Outcome.TEXT;
  }

  private boolean isPart() {
    if (fields.has(LOGTAG)) {
      return fields.is(LOGTAG, PART);
    }
    int length = text.length();
    boolean whole = length > 0 && text.array()[length - 1] == '\n';
    withoutLineFeeds |= !whole && length < PART_BYTES && pending.isEmpty();
    return length >= PART_BYTES && !whole && !withoutLineFeeds;
  }

  private Pending begin(Long stream) {
    if (pending.size() == MAX_PENDING) {
      Iterator<Pending> oldest = pending.values().iterator();
      Pending lost = oldest.next();
      oldest.remove();
      skip(SkipReason.OVERSIZED, lost.line, lost.offset);
    }
    Pending begun = new Pending(objects.line(), objects.offset());
    pending.put(stream, begun);
    return begun;
  }

  private void take(Pending line) {
    text.clear();
    text.append(line.text.array(), 0, line.text.length());
    if (line.cut) {
      markCut();
    }
  }

  @Override
  boolean openRest() {
    Map.@Nullable Entry<Long, Pending> first = pending.entrySet().stream().findFirst().orElse(null);
    if (first == null) {
      return false;
    }
    pending.remove(first.getKey());
    take(first.getValue());
    place(first.getValue().line, first.getValue().offset, first.getKey());
    return true;
  }

  @Override
  long streamOfObject() {
    return stream(STREAM, POD, CONTAINER);
  }
}
