@NullMarked
package io.github.pgslowlog.postgres.whatif;

import org.jspecify.annotations.NullMarked;
