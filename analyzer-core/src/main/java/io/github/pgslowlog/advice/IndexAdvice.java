package io.github.pgslowlog.advice;

import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.Recommendation;
import io.github.pgslowlog.select.Selection;
import java.util.List;
import java.util.Optional;

/** The indexes chosen, as recommendations. */
final class IndexAdvice {
  private IndexAdvice() {}

  static List<Recommendation> of(AdviceContext context) {
    NewIndexNames names = NewIndexNames.of(context);
    return context.selection().indexes().stream()
        .map(
            selected ->
                recommendation(
                    selected,
                    Rewrites.caveat(context, selected),
                    IndexScript.of(context.catalog(), names, selected.index())))
        .toList();
  }

  private static Recommendation recommendation(
      Selection.SelectedIndex selected, Optional<String> instead, IndexScript script) {
    Recommendation.Builder recommendation =
        Recommendation.of(Action.CREATE, selected.index().table(), script.statement())
            .index(selected.index())
            .rollback(script.rollback())
            .verification(script.verification())
            .served(selected.served())
            .proof(selected.proof())
            .bytes(selected.bytes())
            .writeCost(selected.writeCost());
    selected.reasons().forEach(recommendation::reason);
    instead.ifPresent(recommendation::caveat);
    selected.caveats().forEach(recommendation::caveat);
    script.caveats().forEach(recommendation::caveat);
    recommendation.caveat(CreationCaveats.room(selected.bytes()));
    return recommendation.build();
  }
}
