/**
 * Text that JSqlParser understands, once per pattern.
 *
 * <p>In: canonical SQL. Out: its commands that read or change tables ({@link
 * io.github.pgslowlog.rewrite.Command}), each of which {@link
 * io.github.pgslowlog.rewrite.TokenRewriter} writes so that JSqlParser reads it as PostgreSQL does
 * ({@link io.github.pgslowlog.rewrite.Rewritten}); what is changed stands in RewriteRule.
 */
@NullMarked
package io.github.pgslowlog.rewrite;

import org.jspecify.annotations.NullMarked;
