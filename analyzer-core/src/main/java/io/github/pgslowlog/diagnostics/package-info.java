/**
 * What went wrong and where: used by every stage, uses none.
 *
 * <p>In: places in a log and reasons. Out: counted {@link io.github.pgslowlog.diagnostics.Skip}s
 * and {@link io.github.pgslowlog.diagnostics.Problem}s; {@link
 * io.github.pgslowlog.diagnostics.AnalyzerException} only when nothing can go on.
 */
@NullMarked
package io.github.pgslowlog.diagnostics;

import org.jspecify.annotations.NullMarked;
