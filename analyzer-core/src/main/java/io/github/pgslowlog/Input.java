package io.github.pgslowlog;

import java.time.Instant;
import java.util.Optional;

/**
 * What was found in one log.
 *
 * @param path the name it was given by
 * @param format {@code stderr}, or {@code unknown}
 * @param logLinePrefix the prefix it was read with, empty if none fits
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
    Optional<String> logLinePrefix,
    boolean prefixDetected,
    long bytes,
    long lines,
    long entries,
    Optional<Instant> first,
    Optional<Instant> last) {}
