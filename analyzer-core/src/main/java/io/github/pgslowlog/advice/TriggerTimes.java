package io.github.pgslowlog.advice;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads how long the triggers of a constraint took from a plan of auto_explain with log_analyze and
 * log_triggers.
 *
 * <pre>
 * Trigger for constraint orders_customer_id_fkey: time=279.851 calls=1
 * "Constraint Name": "orders_customer_id_fkey", "Relation": "customers", "Time": 279.851, "Calls": 1
 * </pre>
 */
final class TriggerTimes {
  /** Longer plans are not searched. */
  private static final int MAX_CHARACTERS = 1 << 20;

  private static final Pattern TIME = Pattern.compile("\"Time\": *([0-9.]{1,20})");
  private static final Pattern CALLS = Pattern.compile("\"Calls\": *([0-9]{1,18})");

  private TriggerTimes() {}

  /** What a trigger took. */
  record TriggerTime(double millis, long calls) {
    double millisPerCall() {
      return millis / Math.max(1, calls);
    }
  }

  static Optional<TriggerTime> find(String plan, String constraint) {
    if (plan.length() > MAX_CHARACTERS || !plan.contains(constraint)) {
      return Optional.empty();
    }
    String name = Pattern.quote(constraint);
    Pattern text =
        Pattern.compile(
            "for constraint "
                + name
                + "(?: on [^\\n:]{1,200})?: time=([0-9.]{1,20}) calls=([0-9]{1,18})");
    Pattern json = Pattern.compile("\"Constraint Name\": *\"" + name + "\"([^{}]{0,500}+)");
    return first(text, plan)
        .or(() -> json.matcher(plan).results().findFirst().flatMap(found -> json(found.group(1))));
  }

  private static Optional<TriggerTime> json(String members) {
    Matcher time = TIME.matcher(members);
    Matcher calls = CALLS.matcher(members);
    return time.find() && calls.find()
        ? Optional.of(new TriggerTime(number(time.group(1)), Long.parseLong(calls.group(1))))
        : Optional.empty();
  }

  private static Optional<TriggerTime> first(Pattern pattern, String plan) {
    Matcher matcher = pattern.matcher(plan);
    return matcher.find()
        ? Optional.of(new TriggerTime(number(matcher.group(1)), Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }

  private static double number(String digits) {
    return digits.matches("[0-9]+(\\.[0-9]*)?") ? Double.parseDouble(digits) : 0;
  }
}
