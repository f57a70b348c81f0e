package io.github.pgslowlog.skeleton;

import io.github.pgslowlog.syntax.SqlStatement;

/** What {@link SkeletonParser} made of a command. */
public sealed interface SkeletonResult {
  /**
   * The command is read as far as its skeleton goes.
   *
   * @param statement its syntax
   */
  record Read(SqlStatement statement) implements SkeletonResult {}

  /**
   * Not even the skeleton is clear.
   *
   * @param reason why, in one line, without words of the command
   * @param position place of the character in the text where it ends to be clear, from 0
   */
  record Rejected(String reason, int position) implements SkeletonResult {}
}
