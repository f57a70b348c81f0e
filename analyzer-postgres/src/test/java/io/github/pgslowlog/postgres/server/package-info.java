@NullMarked
package io.github.pgslowlog.postgres.server;

import org.jspecify.annotations.NullMarked;
