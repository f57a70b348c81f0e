package io.github.pgslowlog.postgres.schema;

/**
 * A statement of a file, or a line of ours between statements.
 *
 * @param text without the semicolon at its end
 * @param line number of its first line, from 1
 * @param whole whether nothing of it was left out
 */
public record SourceStatement(String text, long line, boolean whole) {}
