package io.github.pgslowlog;

import io.github.pgslowlog.parse.ParseResult;
import io.github.pgslowlog.resolve.QueryShape;
import io.github.pgslowlog.resolve.ShapeResolver;
import java.util.Optional;

/**
 * What became of a pattern's text.
 *
 * @param outcome how far it was understood
 * @param shape what it does, empty if it was not understood or is a utility command
 * @param unparsed why it was not understood, empty if it was
 */
record Reading(Outcome outcome, Optional<QueryShape> shape, Optional<String> unparsed) {
  /** How far a text was understood. */
  enum Outcome {
    PARSED,
    SKELETON,
    UNPARSED,
    UTILITY
  }

  static Reading of(ParseResult result) {
    if (result instanceof ParseResult.Parsed parsed) {
      return new Reading(
          parsed.skeleton() ? Outcome.SKELETON : Outcome.PARSED,
          Optional.of(ShapeResolver.withoutCatalog().resolve(parsed, io.github.pgslowlog.sample.PatternSamples.NONE)),
          Optional.empty());
    }
    if (result instanceof ParseResult.Unparsed unparsed) {
      return new Reading(Outcome.UNPARSED, Optional.empty(), Optional.of(unparsed.reason()));
    }
    return new Reading(Outcome.UTILITY, Optional.empty(), Optional.empty());
  }

  /** With its columns resolved by all patterns together. */
  Reading withShape(QueryShape resolved) {
    return new Reading(outcome, Optional.of(resolved), unparsed);
  }
}
