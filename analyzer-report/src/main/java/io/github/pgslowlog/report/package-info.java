/**
 * An analysis for people and programs: text, JSON, and JSON lines of entries.
 *
 * <p>In: an {@link io.github.pgslowlog.Analysis}. Out: characters; log text is escaped.
 */
@NullMarked
package io.github.pgslowlog.report;

import org.jspecify.annotations.NullMarked;
