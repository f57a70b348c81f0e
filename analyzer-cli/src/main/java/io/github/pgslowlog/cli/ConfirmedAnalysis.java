package io.github.pgslowlog.cli;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.LogAnalyzer;

/** An analysis whose advice a planner confirms. */
final class ConfirmedAnalysis {
  private ConfirmedAnalysis() {}

  static Analysis of(
      LogAnalyzer.Builder analyzer, AdviceArguments advice, Interruption interruption) {
    try (ShadowSession session =
        ShadowSession.start(shadow(advice), advice.limits(), ShadowSession.LONGEST_OPENING)) {
      interruption.alsoAtFirst(session::interrupt);
      return analyzer.catalog(session::catalog).advisor(session).build().analyze();
    }
  }

  private static Shadow shadow(AdviceArguments advice) {
    return advice.whatIf() == WhatIf.HYPOPG
        ? new HypotheticalShadow(advice.url().orElseThrow())
        : new PrivateShadow(advice);
  }
}
