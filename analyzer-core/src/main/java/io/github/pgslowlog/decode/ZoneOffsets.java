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
      return Optional.of(numeric(zone));
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

  private static int numeric(String zone) {
    String digits = (zone.substring(1) + "0000").substring(0, 6);
    int seconds =
        3600 * Integer.parseInt(digits.substring(0, 2))
            + 60 * Integer.parseInt(digits.substring(2, 4))
            + Integer.parseInt(digits.substring(4, 6));
    return zone.startsWith("-") ? -seconds : seconds;
  }
}
