package io.github.pgslowlog.decode;

import java.util.Map;
import java.util.Optional;

/**
 * Offsets of the zone abbreviations that logs print.
 *
 * <p>Source: the abbreviations of the IANA time zone database that mean one offset in common use.
 * Ambiguous ones (IST, BST, CST of China) are read as PostgreSQL's default abbreviation set reads
 * them, or not at all; a zone given by the user comes first.
 */
final class ZoneOffsets {
  private static final Map<String, Integer> HOURS_TIMES_FOUR =
      Map.ofEntries(
          Map.entry("UTC", 0),
          Map.entry("GMT", 0),
          Map.entry("Z", 0),
          Map.entry("UCT", 0),
          Map.entry("WET", 0),
          Map.entry("WEST", 4),
          Map.entry("CET", 4),
          Map.entry("CEST", 8),
          Map.entry("EET", 8),
          Map.entry("EEST", 12),
          Map.entry("MSK", 12),
          Map.entry("SAST", 8),
          Map.entry("JST", 36),
          Map.entry("KST", 36),
          Map.entry("HKT", 32),
          Map.entry("AWST", 32),
          Map.entry("ACST", 38),
          Map.entry("ACDT", 42),
          Map.entry("AEST", 40),
          Map.entry("AEDT", 44),
          Map.entry("NZST", 48),
          Map.entry("NZDT", 52),
          Map.entry("AST", -16),
          Map.entry("ADT", -12),
          Map.entry("EST", -20),
          Map.entry("EDT", -16),
          Map.entry("CST", -24),
          Map.entry("CDT", -20),
          Map.entry("MST", -28),
          Map.entry("MDT", -24),
          Map.entry("PST", -32),
          Map.entry("PDT", -28),
          Map.entry("AKST", -36),
          Map.entry("AKDT", -32),
          Map.entry("HST", -40));

  private static final int SECONDS_PER_QUARTER = 900;

  private ZoneOffsets() {}

  /** Seconds east of Greenwich of {@code CET}, {@code -03}, {@code +0545} or {@code +054530}. */
  static Optional<Integer> seconds(String zone) {
    if (zone.startsWith("+") || zone.startsWith("-")) {
      return Optional.of(numeric(zone));
    }
    return Optional.ofNullable(HOURS_TIMES_FOUR.get(zone)).map(q -> q * SECONDS_PER_QUARTER);
  }

  private static int numeric(String zone) {
    String digits = (zone.substring(1) + "0000").substring(0, 6);
    int seconds =
        3600 * Integer.parseInt(digits.substring(0, 2))
            + 60 * Integer.parseInt(digits.substring(2, 4))
            + Integer.parseInt(digits.substring(4, 6));
    return zone.startsWith("-") ? -seconds : seconds;
  }
}
