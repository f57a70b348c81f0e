package io.github.pgslowlog.fingerprint;

import io.github.pgslowlog.bytes.Slice;
import org.jspecify.annotations.Nullable;

/**
 * The pattern of statements, most often without canonicalizing them: programs send the same texts
 * again and again, but for their values.
 *
 * <p>The templates of texts seen are kept in a {@link StatementTrie}. What it does not find, the
 * {@link Canonicalizer} reads; whose pattern comes a second time, the template of that text is
 * kept. The pattern never depends on what is known. Hot path; bounded; for one thread.
 */
public final class KnownStatements {
  /** A program has hundreds of statements, a server thousands. */
  private static final int MAX_TEMPLATES = 8192;

  /** 8 MiB: a thousand bytes for each. */
  private static final long MAX_BYTES = 8L << 20;

  /** 64 KiB: what is longer is data for the most part. Texts to find may be of any length. */
  private static final int MAX_SAMPLE_BYTES = 64 << 10;

  /** 16 KiB that must be the same in each text of a template. */
  private static final int MAX_CONSTANT_BYTES = 16 << 10;

  /** A pattern with more templates has them without end, and is read less and less often. */
  private static final int MANY_TEMPLATES = 64;

  /** So many statements are read slowly once only, and not twice, while the program starts. */
  private static final int AT_FIRST_SIGHT = 512;

  private static final TemplateMaker.Reach[] REACHES = TemplateMaker.Reach.values();

  private final int maxTemplates;
  private final long maxBytes;
  private final ConstantTexts constants = new ConstantTexts();
  private final StatementTrie trie = new StatementTrie();
  private final MaskedTokens masked = new MaskedTokens(MAX_SAMPLE_BYTES);
  private final Canonicalizer canonicalizer = new Canonicalizer(masked);
  private final TemplateMaker maker = new TemplateMaker(masked);
  private final Sightings sightings = new Sightings();
  private final CommentTags tagsOfComments = new CommentTags();
  private boolean foundLast;
  private int templates;
  private long found;

  /** How often a text came whose template would be worth a place. */
  private long wanted;

  /** Starts without knowledge. */
  public KnownStatements() {
    this(MAX_TEMPLATES, MAX_BYTES);
  }

  KnownStatements(int maxTemplates, long maxBytes) {
    this.maxTemplates = maxTemplates;
    this.maxBytes = maxBytes;
  }

  /**
   * Reads a statement.
   *
   * @param text holds it
   * @param from index of its first byte
   * @param to index behind its last byte
   * @return its pattern; the same object for texts of one template while that is remembered, else
   *     one for this call
   */
  public KnownStatement read(byte[] text, int from, int to) {
    KnownStatement constant = constants.find(text, from, to);
    if (constant != null) {
      found++;
      return constant;
    }
    KnownStatement known = trie.find(text, from, to);
    foundLast = known != null;
    if (known != null) {
      found++;
      if (known.constant) {
        constants.add(text, from, to, known);
      }
      return known;
    }
    return readUnknown(text, from, to);
  }

  /**
   * What the application tells of itself in the comments of the statement read last.
   *
   * @param statement what {@link #read} returned
   * @param text as given there
   * @param from as given there
   * @param to as given there
   * @return as {@link SqlTags#read}; most often the same object for the same tags
   */
  public Tags tags(KnownStatement statement, byte[] text, int from, int to) {
    if (!statement.hasComment()) {
      return Tags.NONE;
    }
    Tags fixed = statement.tags;
    if (fixed != null) {
      return fixed;
    }
    return statement.singleComment && foundLast
        ? tagsOfComments.read(text, trie.commentFrom() - 2, trie.commentTo())
        : Tags.read(Slice.of(text, from, to));
  }

  private KnownStatement readUnknown(byte[] text, int from, int to) {
    masked.start(from);
    Fingerprint fingerprint = canonicalizer.read(Slice.of(text, from, to));
    KnownStatement statement = new KnownStatement(fingerprint, canonicalizer.hasBlockComment());
    if (to - from <= MAX_SAMPLE_BYTES && isWorthwhile(fingerprint) && hasRoom()) {
      learn(text, from, to, statement);
    }
    return statement;
  }

  /** At first sight only in the beginning: of many statements there is one. */
  private boolean isWorthwhile(Fingerprint fingerprint) {
    int before = sightings.add(fingerprint);
    return (before > 0 || templates < AT_FIRST_SIGHT)
        && (before <= MANY_TEMPLATES || Integer.bitCount(before) == 1);
  }

  /** When all is full, it is emptied if others come more often by now than those that are known. */
  private boolean hasRoom() {
    if (templates < maxTemplates && trie.bytes() < maxBytes) {
      return true;
    }
    wanted++;
    if (wanted < maxTemplates) {
      return false;
    }
    boolean pays = wanted > found;
    found = 0;
    wanted = 0;
    if (pays) {
      trie.clear();
      templates = 0;
    }
    return pays;
  }

  private void learn(byte[] text, int from, int to, KnownStatement statement) {
    for (TemplateMaker.Reach reach : REACHES) {
      StatementTemplate template = maker.make(text, from, to, statement.fingerprint(), reach);
      boolean fits = template != null && template.constantBytes() <= MAX_CONSTANT_BYTES;
      if (fits && add(template, statement)) {
        return;
      }
    }
  }

  private boolean add(@Nullable StatementTemplate template, KnownStatement statement) {
    if (template == null || !trie.add(template, statement)) {
      return false;
    }
    templates++;
    knowTags(template, statement);
    return true;
  }

  private static void knowTags(StatementTemplate template, KnownStatement statement) {
    int comments = 0;
    int changing = 0;
    SqlScanner scanner = new SqlScanner();
    scanner.reset(template.text(), template.from(), template.to());
    for (TokenKind token = scanner.next(); token != TokenKind.END; token = scanner.next()) {
      boolean block = token == TokenKind.COMMENT && template.text()[scanner.start()] == '/';
      comments += block ? 1 : 0;
    }
    for (int i = 0; i < template.holes(); i++) {
      changing += template.hole(i) == Holes.BLOCK_COMMENT ? 1 : 0;
    }
    if (changing == 0) {
      statement.tags = Tags.read(Slice.of(template.text(), template.from(), template.to()));
    }
    statement.constant = template.holes() == 0;
    statement.singleComment = comments == 1 && changing == 1;
  }

  /** How many templates are remembered. */
  int templates() {
    return templates;
  }
}
