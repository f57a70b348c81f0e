package io.github.pgslowlog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was found in one log.
 *
 * @param path the name it was given by
 * @param format {@code stderr}, {@code csvlog}, {@code jsonlog}, or {@code unknown}
 * @param layers what is around the messages, outermost first, such as {@code docker json-file}
 * @param languages codes of the languages its messages are written in, English first
 * @param logLinePrefix the prefix it was read with, empty if none fits
 * @param laterPrefixes the prefixes it changes to, in order
 * @param prefixDetected whether the prefix was detected rather than given
 * @param bytes decompressed bytes read
 * @param lines lines read
 * @param entries log entries (messages) recognised
 * @param first time of the first entry, empty if the log shows none
 * @param last time of the last entry
 */
public record Input(
    String path,
    String format,
    List<String> layers,
    List<String> languages,
    Optional<String> logLinePrefix,
    List<String> laterPrefixes,
    boolean prefixDetected,
    long bytes,
    long lines,
    long entries,
    Optional<Instant> first,
    Optional<Instant> last) {
  /** Copies the lists. */
  public Input {
    layers = List.copyOf(layers);
    languages = List.copyOf(languages);
    laterPrefixes = List.copyOf(laterPrefixes);
  }
}
