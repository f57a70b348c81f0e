package io.github.pgslowlog.frame;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.diagnostics.Location;
import io.github.pgslowlog.language.Label;
import io.github.pgslowlog.prefix.PrefixFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as the stderr format writes it.
 *
 * @param location the place of its first line
 * @param head the bytes that hold the prefix
 * @param fields where the fields of the prefix are in {@code head}'s array
 * @param headerMicros time that a wrapper shows, microseconds since the epoch, {@link
 *     io.github.pgslowlog.bytes.Lines#NO_TIME} if none
 * @param headerProcess process id that a wrapper shows, negative if none
 * @param severity the label of its first line
 * @param message its text, the tabs of continuation lines taken off
 * @param sections DETAIL, CONTEXT, STATEMENT and the like; to read only
 */
public record StderrFrame(
    Location location,
    Slice head,
    PrefixFields fields,
    long headerMicros,
    long headerProcess,
    Label severity,
    Slice message,
    Map<Label, Slice> sections)
    implements Frame {

  /**
   * The text of a section.
   *
   * @param label which
   * @return the text, null if the message has no such section
   */
  public @Nullable Slice section(Label label) {
    return sections.get(label);
  }
}
