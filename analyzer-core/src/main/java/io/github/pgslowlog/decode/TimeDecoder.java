package io.github.pgslowlog.decode;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.bytes.StringInterner;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Times of {@code %t}, {@code %m} and {@code %n}.
 *
 * <p>Abbreviations name an offset, so times around a change of daylight saving are exact. An
 * abbreviation with no known offset is read as UTC and remembered in {@link #unknownZones()}. In a
 * given zone the hour that daylight saving repeats is told apart by the abbreviation, or else by
 * the time of the message before.
 */
public final class TimeDecoder {
  /** Messages of several processes may be a little out of order. */
  private static final Duration ORDER_TOLERANCE = Duration.ofMinutes(10);

  /** A log has one zone, or two with daylight saving; more are damage, and a few tell as much. */
  private static final int MAX_UNKNOWN_ZONES = 5;

  private final @Nullable ZoneId override;
  private final StringInterner zones = new StringInterner();
  private final Set<String> unknownZones = new TreeSet<>();
  private final Set<String> ambiguousZones = new TreeSet<>();
  private Instant last = Instant.MIN;
  private boolean byOrder;
  private @Nullable String lastZone;
  private ZoneOffset lastOffset = ZoneOffset.UTC;

  /**
   * Reads times.
   *
   * @param override the zone the server logs in, instead of the abbreviations it prints; empty to
   *     trust the abbreviations
   */
  public TimeDecoder(Optional<ZoneId> override) {
    this.override = override.orElse(null);
  }

  /**
   * Abbreviations met that have no known offset.
   *
   * @return the first few, sorted
   */
  public Set<String> unknownZones() {
    return new TreeSet<>(unknownZones);
  }

  /**
   * Abbreviations met that stand for several offsets.
   *
   * @return a sentence for each, such as {@code CST is read as ...}
   */
  public List<String> assumptions() {
    return ambiguousZones.stream()
        .map(zone -> zone + " is read as " + ZoneOffsets.ambiguity(zone).orElse(""))
        .toList();
  }

  /**
   * Tells of a time that the log alone leaves open.
   *
   * @return whether the time read last is in an hour that daylight saving repeats, and only the
   *     time before it told which one
   */
  public boolean isByOrder() {
    return byOrder;
  }

  /**
   * Goes on behind a message that somebody else read.
   *
   * @param time its time
   */
  public void follow(Instant time) {
    last = time;
  }

  /**
   * Reads {@code 2026-11-20 09:00:03[.941] UTC}.
   *
   * @param b holds it; it has this form
   * @param from index of its first byte
   * @param to index behind its last byte
   * @return the time, null if the digits are no date
   */
  public @Nullable Instant dateTime(byte[] b, int from, int to) {
    byOrder = false;
    int zoneStart = from + 19;
    int nanos = 0;
    if (b[zoneStart] == '.') {
      nanos = 1_000_000 * number(b, zoneStart + 1, zoneStart + 4);
      zoneStart += 4;
    }
    try {
      LocalDateTime local =
          LocalDateTime.of(
              number(b, from, from + 4),
              number(b, from + 5, from + 7),
              number(b, from + 8, from + 10),
              number(b, from + 11, from + 13),
              number(b, from + 14, from + 16),
              Math.min(59, number(b, from + 17, from + 19)),
              nanos);
      String zone = zones.intern(b, zoneStart + 1, to);
      last = override == null ? local.toInstant(offset(zone)) : inZone(local, override, zone);
      return last;
    } catch (DateTimeException notADate) {
      return null;
    }
  }

  /**
   * Reads a time of csvlog or jsonlog, or of what exports make of them.
   *
   * @param b holds it
   * @param from index of its first byte
   * @param to index behind its last byte
   * @return the time, null if it is none
   */
  public @Nullable Instant recordTime(byte[] b, int from, int to) {
    byOrder = false;
    return RecordTime.read(this, Slice.of(b, from, to));
  }

  /**
   * Reads {@code 1795219600.968}.
   *
   * @param b holds it; it has this form
   * @param from index of its first byte
   * @param to index behind its last byte
   * @return the time, null if it is beyond all dates
   */
  public @Nullable Instant epoch(byte[] b, int from, int to) {
    int dot = to - 4;
    long seconds = 0;
    for (int i = from; i < dot && seconds < Long.MAX_VALUE / 1_000_000; i++) {
      seconds = 10 * seconds + b[i] - '0';
    }
    if (seconds > Instant.MAX.getEpochSecond()) {
      return null;
    }
    return Instant.ofEpochSecond(seconds, 1_000_000L * number(b, dot + 1, to));
  }

  private Instant inZone(LocalDateTime local, ZoneId zone, String abbreviation) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (offsets.size() < 2) {
      return local.atZone(zone).toInstant();
    }
    Optional<Integer> named = ZoneOffsets.seconds(abbreviation);
    for (ZoneOffset offset : offsets) {
      if (named.isPresent() && named.get() == offset.getTotalSeconds()) {
        return local.toInstant(offset);
      }
    }
    byOrder = true;
    Instant earlier = local.toInstant(offsets.get(0));
    return last.isAfter(earlier.plus(ORDER_TOLERANCE)) ? local.toInstant(offsets.get(1)) : earlier;
  }

  /** Nearly all messages show the zone of the message before. */
  private ZoneOffset offset(String zone) {
    if (!zone.equals(lastZone)) {
      lastOffset = find(zone);
      lastZone = zone;
    }
    return lastOffset;
  }

  private ZoneOffset find(String zone) {
    Optional<Integer> seconds = ZoneOffsets.seconds(zone);
    if (ZoneOffsets.ambiguity(zone).isPresent()) {
      ambiguousZones.add(zone);
    }
    if (seconds.isEmpty() && unknownZones.size() < MAX_UNKNOWN_ZONES) {
      unknownZones.add(zone);
    }
    return ZoneOffset.ofTotalSeconds(seconds.orElse(0));
  }

  private static int number(byte[] b, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      value = 10 * value + b[i] - '0';
    }
    return value;
  }
}
