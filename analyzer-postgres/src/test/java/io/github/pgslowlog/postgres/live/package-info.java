@NullMarked
package io.github.pgslowlog.postgres.live;

import org.jspecify.annotations.NullMarked;
