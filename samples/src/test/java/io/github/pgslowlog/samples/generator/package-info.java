/**
 * Makes the sample logs: starts a real PostgreSQL server, lets invented applications use an
 * invented shop database, and keeps what the server logged.
 */
@NullMarked
package io.github.pgslowlog.samples.generator;

import org.jspecify.annotations.NullMarked;
