/**
 * What statements cost with indexes that do not exist.
 *
 * <p>In: a database of a {@link io.github.pgslowlog.postgres.server.PrivateServer} with a schema,
 * statistics and no rows, or a live one that has HypoPG; candidate indexes; statements. Out: offers
 * and plans, through {@link io.github.pgslowlog.select.CostModel}.
 */
@NullMarked
package io.github.pgslowlog.postgres.whatif;

import org.jspecify.annotations.NullMarked;
