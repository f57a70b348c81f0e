/**
 * What makes two statements the same pattern.
 *
 * <p>In: SQL bytes. Out: {@link io.github.pgslowlog.fingerprint.CanonicalSql}, the statement with
 * its values masked, and its 128-bit {@link io.github.pgslowlog.fingerprint.Fingerprint}; for a
 * single statement its {@link io.github.pgslowlog.fingerprint.StatementValues}, too. {@link
 * io.github.pgslowlog.fingerprint.KnownStatements} gives the fingerprint of a text like one seen
 * before without canonicalizing it.
 */
@NullMarked
package io.github.pgslowlog.fingerprint;

import org.jspecify.annotations.NullMarked;
