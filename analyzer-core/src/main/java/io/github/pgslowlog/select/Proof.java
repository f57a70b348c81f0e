package io.github.pgslowlog.select;

/**
 * What the planner says of a recommendation. Costs are in the planner's units; each is the sum over
 * the patterns served of calls times the mean cost of a call.
 *
 * @param costBefore as things are
 * @param costAfter with all that is recommended together
 * @param marginalGain share of the cost of the whole workload that would come back if this one
 *     alone were left out of what is recommended; 0 to 1
 * @param standaloneGain share of the cost of the whole workload that it saves if nothing else is
 *     done; 0 to 1
 */
public record Proof(
    double costBefore, double costAfter, double marginalGain, double standaloneGain) {
  /** Rounds costs to two decimals, gains to four. */
  public Proof {
    costBefore = Rounded.cost(costBefore);
    costAfter = Rounded.cost(costAfter);
    marginalGain = Rounded.gain(marginalGain);
    standaloneGain = Rounded.gain(standaloneGain);
  }
}
