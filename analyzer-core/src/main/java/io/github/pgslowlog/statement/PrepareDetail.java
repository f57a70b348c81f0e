package io.github.pgslowlog.statement;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.language.Languages;
import org.jspecify.annotations.Nullable;

/**
 * The DETAIL section of {@code EXECUTE x (1)} sent as a simple query: {@code prepare: PREPARE x AS
 * SELECT $1}.
 */
final class PrepareDetail {
  private PrepareDetail() {}

  /** The text of the PREPARE statement; null if the section is about something else. */
  static @Nullable Slice read(Slice detail, Languages languages) {
    return languages.prepare(detail);
  }
}
