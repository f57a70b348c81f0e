/**
 * Schema and statistics of a running server, by queries of its catalog that only read.
 *
 * <p>In: an address. Out: a {@link io.github.pgslowlog.postgres.schema.SchemaSource} for the
 * private server; nothing is planned or run on the live one. If asked, it plans, too, by EXPLAIN
 * without ANALYZE, with hypothetical indexes: {@link
 * io.github.pgslowlog.postgres.live.LiveServer#hypotheticalIndexes(String)}.
 */
@NullMarked
package io.github.pgslowlog.postgres.live;

import org.jspecify.annotations.NullMarked;
