package io.github.pgslowlog.wrap;

import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.diagnostics.SkipListener;

/** What {@link Wrapper#peel} is given. */
record PeelSource(Lines objects, String file, SkipListener skips) {
  PeelSource with(Lines others) {
    return new PeelSource(others, file, skips);
  }
}
