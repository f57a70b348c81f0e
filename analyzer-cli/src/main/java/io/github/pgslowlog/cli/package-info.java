/** The pgslowlog command: arguments in, reports on standard output, all else on standard error. */
@NullMarked
package io.github.pgslowlog.cli;

import org.jspecify.annotations.NullMarked;
