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
 * @param severity the label of its first line
 * @param message its text, the tabs of continuation lines taken off
 * @param sections DETAIL, CONTEXT, STATEMENT and the like; to read only
 */
public record StderrFrame(
    Location location,
    Slice head,
    PrefixFields fields,
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
