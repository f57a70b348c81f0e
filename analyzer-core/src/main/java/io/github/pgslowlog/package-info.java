/**
 * The library's front door: {@link io.github.pgslowlog.LogAnalyzer} reads logs and returns an
 * {@link io.github.pgslowlog.Analysis}.
 */
@NullMarked
package io.github.pgslowlog;

import org.jspecify.annotations.NullMarked;
