package io.github.pgslowlog.wrap;

import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.diagnostics.SkipListener;

/**
 * Logs of containers as Kubernetes keeps them (CRI: containerd, CRI-O): {@code
 * 2026-11-21T00:11:00.000700123Z stderr F text}, with {@code P} for a part of a line.
 */
final class Cri implements Wrapper {
  private final WrapOptions options;

  Cri(WrapOptions options) {
    this.options = options;
  }

  @Override
  public String title() {
    return "CRI";
  }

  @Override
  public boolean matches(byte[] buffer, int from, int to) {
    return new CriHeader(options).read(buffer, from, to);
  }

  @Override
  public Lines peel(Lines lines, String file, SkipListener skips) {
    return new CriLines(lines, file, skips, options);
  }
}
