package io.github.pgslowlog.advice;

import java.util.Optional;

/** One way to write a condition so that an index on the plain column serves it. */
interface ConditionRewrite {
  /** Empty where it does not apply, or would not mean the same. */
  Optional<Rewrite> of(Comparison comparison);
}
