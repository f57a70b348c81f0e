/**
 * An analysis for people and programs: text, JSON, Markdown, CSV, SQL and migrations; and entries
 * as JSON lines.
 *
 * <p>In: an {@link io.github.pgslowlog.Analysis}. Out: characters; log text is escaped.
 */
@NullMarked
package io.github.pgslowlog.report;

import org.jspecify.annotations.NullMarked;
