package io.github.pgslowlog.sample;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value in a sample.
 *
 * @param text the value without quotes; null for NULL
 * @param string whether it was written as a string, or sent as a parameter
 */
record Constant(@Nullable String text, boolean string) {
  static final Constant NULL = new Constant(null, false);

  static Constant parameter(Optional<String> value) {
    return value.map(text -> new Constant(text, true)).orElse(NULL);
  }

  Optional<ConstantCounts.Seen> seen(long count) {
    return Optional.ofNullable(text).map(t -> new ConstantCounts.Seen(t, string, count));
  }
}
