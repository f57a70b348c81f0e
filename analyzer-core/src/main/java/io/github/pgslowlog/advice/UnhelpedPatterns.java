package io.github.pgslowlog.advice;

import java.util.List;

/** Slow patterns that no index will help, with the cause. */
final class UnhelpedPatterns {
  private UnhelpedPatterns() {}

  static List<Unhelped> of(AdviceContext context) {
    return List.of();
  }
}
