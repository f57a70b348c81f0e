package io.github.pgslowlog.decode;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Offsets of the zone abbreviations that logs print.
 *
 * <p>Source: the abbreviations of the IANA time zone database. Some stand for several offsets; then
 * the one that most servers mean is taken and {@link #ambiguity} tells it, so that a person can
 * give the zone.
 */
final class ZoneOffsets {
  private static final String QUARTERS_OF_AN_HOUR =
      "UTC 0 GMT 0 Z 0 UCT 0 WET 0 WEST 4 CET 4 CEST 8 MET 4 MEST 8 EET 8 EEST 12 MSK 12 MSD 16"
          + " WAT 4 CAT 8 EAT 12 SAST 8 IST 22 IDT 12 BST 4 PKT 20 WIB 28 WITA 32 WIT 36 HKT 32"
          + " AWST 32 ACST 38 ACDT 42 AEST 40 AEDT 44 NZST 48 NZDT 52 JST 36 KST 36 CHST 40 SST -44"
          + " NST -14 NDT -10 AST -16 ADT -12 EST -20 EDT -16 CST -24 CDT -20 MST -28 MDT -24"
          + " PST -32 PDT -28 AKST -36 AKDT -32 HST -40 HDT -36";

  private static final Map<String, Integer> QUARTERS = quarters();

  private static final Map<String, String> AMBIGUITIES =
      Map.of(
          "IST", "India's time (+05:30); it is also Israel's and Ireland's",
          "CST", "the central time of North America (-06); it is also China's and Cuba's",
          "PST", "the Pacific time of North America (-08); it is also that of the Philippines");

  private static final int SECONDS_PER_QUARTER = 900;

  private ZoneOffsets() {}

  /** Seconds east of Greenwich of {@code CET}, {@code -03}, {@code +0545} or {@code +054530}. */
  static Optional<Integer> seconds(String zone) {
    if (zone.startsWith("+") || zone.startsWith("-")) {
      return numeric(zone);
    }
    return Optional.ofNullable(QUARTERS.get(zone)).map(q -> q * SECONDS_PER_QUARTER);
  }

  /** What an abbreviation that stands for several offsets is taken for. */
  static Optional<String> ambiguity(String zone) {
    return Optional.ofNullable(AMBIGUITIES.get(zone));
  }

  private static Map<String, Integer> quarters() {
    Map<String, Integer> quarters = new HashMap<>();
    String[] words = QUARTERS_OF_AN_HOUR.split(" ", -1);
    for (int i = 0; i < words.length; i += 2) {
      quarters.put(words[i], Integer.valueOf(words[i + 1]));
    }
    return Map.copyOf(quarters);
  }

  /** Empty if it is not two, four or six digits. */
  private static Optional<Integer> numeric(String zone) {
    int length = zone.length();
    if (length != 3 && length != 5 && length != 7) {
      return Optional.empty();
    }
    int[] parts = new int[3];
    for (int i = 1; i < length; i++) {
      char digit = zone.charAt(i);
      if (digit < '0' || digit > '9') {
        return Optional.empty();
      }
      parts[(i - 1) / 2] = 10 * parts[(i - 1) / 2] + digit - '0';
    }
    int seconds = 3600 * parts[0] + 60 * parts[1] + parts[2];
    return Optional.of(zone.charAt(0) == '-' ? -seconds : seconds);
  }
}
