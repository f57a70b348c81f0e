package io.github.pgslowlog.frame;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.diagnostics.Location;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message whose fields the format keeps apart: csvlog, jsonlog and what platforms make of them.
 *
 * @param location the place of its first line
 * @param fields its fields, unescaped; what is absent or NULL is missing; to read only
 */
public record RecordFrame(Location location, Map<RecordField, Slice> fields) implements Frame {
  /**
   * A field.
   *
   * @param field which
   * @return its bytes, null if the message does not have it
   */
  public @Nullable Slice get(RecordField field) {
    return fields.get(field);
  }
}
