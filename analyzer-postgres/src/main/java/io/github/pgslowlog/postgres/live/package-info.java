/**
 * Schema and statistics of a running server, by queries of its catalog that only read.
 *
 * <p>In: an address. Out: a {@link io.github.pgslowlog.postgres.schema.SchemaSource} for the
 * private server; nothing is planned or run on the live one.
 */
@NullMarked
package io.github.pgslowlog.postgres.live;

import org.jspecify.annotations.NullMarked;
