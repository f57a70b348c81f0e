/**
 * A private PostgreSQL server: started for one run, reachable by nobody else, gone afterwards.
 *
 * <p>In: the programs of the server, from a jar. Out: connections.
 */
@NullMarked
package io.github.pgslowlog.postgres.server;

import org.jspecify.annotations.NullMarked;
