package io.github.pgslowlog.advice;

import io.github.pgslowlog.candidate.IndexDefinition;
import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.Recommendation;
import io.github.pgslowlog.select.Selection;
import java.util.List;

/** The indexes chosen, as recommendations. */
final class IndexAdvice {
  private IndexAdvice() {}

  static List<Recommendation> of(AdviceContext context) {
    return context.selection().indexes().stream().map(IndexAdvice::recommendation).toList();
  }

  private static Recommendation recommendation(Selection.SelectedIndex selected) {
    IndexDefinition definition = new IndexDefinition(selected.index());
    Recommendation.Builder recommendation =
        Recommendation.of(Action.CREATE, selected.index().table(), definition.create())
            .index(selected.index())
            .rollback(definition.drop())
            .served(selected.served())
            .proof(selected.proof())
            .bytes(selected.bytes())
            .writeCost(selected.writeCost());
    selected.reasons().forEach(recommendation::reason);
    selected.caveats().forEach(recommendation::caveat);
    return recommendation.build();
  }
}
