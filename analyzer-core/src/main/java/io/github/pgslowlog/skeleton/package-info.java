/**
 * Syntax of commands that no other parser knows, as far as their skeleton goes.
 *
 * <p>In: canonical text of one command. Out: {@link io.github.pgslowlog.skeleton.SkeletonResult}:
 * tables, columns and simple conditions as syntax, or the reason why not.
 */
@NullMarked
package io.github.pgslowlog.skeleton;

import org.jspecify.annotations.NullMarked;
