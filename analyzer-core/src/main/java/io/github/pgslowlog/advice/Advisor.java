package io.github.pgslowlog.advice;

/** Gives advice. */
public interface Advisor {
  /**
   * Gives advice on a workload.
   *
   * @param request the workload and what is known of the database
   * @return what to do
   */
  Advice advise(AdviceRequest request);
}
