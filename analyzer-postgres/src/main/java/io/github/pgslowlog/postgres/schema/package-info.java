/**
 * Makes a copy of a database without its rows: its schema on the private server, and what the
 * planner knew of its contents.
 *
 * <p>In: a schema dump and statistics, as files or from a live server; both are text of others and
 * may be hostile. Out: a {@link io.github.pgslowlog.postgres.schema.ShadowDatabase} and its {@link
 * io.github.pgslowlog.catalog.Catalog}.
 */
@NullMarked
package io.github.pgslowlog.postgres.schema;

import org.jspecify.annotations.NullMarked;
