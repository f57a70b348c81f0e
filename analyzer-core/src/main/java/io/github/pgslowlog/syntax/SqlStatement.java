package io.github.pgslowlog.syntax;

/** A command that reads or changes tables. */
public sealed interface SqlStatement permits Query, Insert, Update, Delete, Merge {}
