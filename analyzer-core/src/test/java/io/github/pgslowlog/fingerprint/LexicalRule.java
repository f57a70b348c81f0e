package io.github.pgslowlog.fingerprint;

/**
 * A text and its tokens, which {@code ‹} and {@code ›} hold apart: {@code STRING ‹'a'›}. White
 * space that is one space is left out.
 */
enum LexicalRule {
  // Character strings
  STRING("'abc'", "STRING‹'abc'›"),
  EMPTY_STRING("''", "STRING‹''›"),
  DOUBLED_QUOTE("'it''s'", "STRING‹'it''s'›"),
  BACKSLASH_IS_A_CHARACTER("'a\\' b", "STRING‹'a\\'› WORD‹b›"),
  NATIONAL_STRING("N'a''b' n'c'", "STRING‹N'a''b'› STRING‹n'c'›"),
  ESCAPED_QUOTE("E'it\\'s' e''", "STRING‹E'it\\'s'› STRING‹e''›"),
  ESCAPED_BACKSLASH("E'a\\\\' 'b'", "STRING‹E'a\\\\'› STRING‹'b'›"),
  DOUBLED_QUOTE_IN_ESCAPE_STRING("E'a''b'", "STRING‹E'a''b'›"),
  UNICODE_STRING("U&'d\\0061t' u&'a''b'", "STRING‹U&'d\\0061t'› STRING‹u&'a''b'›"),
  UNICODE_NEEDS_ITS_QUOTE("u & 'a'", "WORD‹u› OPERATOR‹&› STRING‹'a'›"),
  UNICODE_WITHOUT_QUOTE("u&a", "WORD‹u› OPERATOR‹&› WORD‹a›"),
  BIT_STRING("B'0101' b''", "STRING‹B'0101'› STRING‹b''›"),
  HEX_STRING("X'1FF' x'a'", "STRING‹X'1FF'› STRING‹x'a'›"),
  BITS_HOLD_NO_QUOTE("b'1''0'", "STRING‹b'1'› STRING‹'0'›"),
  PREFIX_STANDS_AT_THE_QUOTE("e 'a\\'", "WORD‹e› STRING‹'a\\'›"),
  PREFIX_IS_A_WHOLE_WORD("be'a\\'", "WORD‹be› STRING‹'a\\'›"),
  OTHER_LETTER_IS_NO_PREFIX("q'a'", "WORD‹q› STRING‹'a'›"),
  NUMBER_AND_PREFIX("1e'a\\''", "NUMBER‹1› STRING‹e'a\\''›"),
  STRING_ENDS_WITH_THE_TEXT("'abc; -- x", "STRING‹'abc; -- x›"),
  LONE_QUOTE("'", "STRING‹'›"),
  ESCAPE_STRING_ENDS_WITH_THE_TEXT("E'abc\\'", "STRING‹E'abc\\'›"),
  ESCAPE_STRING_ENDS_WITH_A_BACKSLASH("E'abc\\", "STRING‹E'abc\\›"),
  DOUBLED_QUOTE_AT_THE_END("'abc''", "STRING‹'abc''›"),

  // Strings that go on
  STRINGS_ON_TWO_LINES("'a'\n'b'", "STRING‹'a'\n'b'›"),
  STRINGS_ON_THREE_LINES("'a' \r\n\t'b'\n 'c'", "STRING‹'a' \r\n\t'b'\n 'c'›"),
  STRINGS_ON_ONE_LINE("'a' 'b'", "STRING‹'a'› STRING‹'b'›"),
  COMMENT_BEFORE_THE_NEWLINE("'a' -- x\n'b'", "STRING‹'a' -- x\n'b'›"),
  COMMENT_BEHIND_THE_NEWLINE("'a'\n-- x\n'b'", "STRING‹'a'\n-- x\n'b'›"),
  COMMENT_TO_THE_END("'a'\n-- 'b'", "STRING‹'a'› WHITE_SPACE‹\n› COMMENT‹-- 'b'›"),
  BLOCK_COMMENT_PARTS_STRINGS(
      "'a'\n/**/'b'", "STRING‹'a'› WHITE_SPACE‹\n› COMMENT‹/**/› STRING‹'b'›"),
  MINUS_PARTS_STRINGS("'a'\n-'b'", "STRING‹'a'› WHITE_SPACE‹\n› OPERATOR‹-› STRING‹'b'›"),
  ESCAPES_GO_ON("E'a'\n'\\''", "STRING‹E'a'\n'\\''›"),
  BITS_GO_ON("b'1'\n'0'", "STRING‹b'1'\n'0'›"),
  UNICODE_GOES_ON("u&'a'\n'b'", "STRING‹u&'a'\n'b'›"),
  PREFIX_STARTS_A_NEW_STRING("'a'\nE'b'", "STRING‹'a'› WHITE_SPACE‹\n› STRING‹E'b'›"),
  SECOND_STRING_ENDS_WITH_THE_TEXT("'a'\n'b", "STRING‹'a'\n'b›"),

  // Dollar-quoted strings
  DOLLAR_STRING("$$it's$$", "STRING‹$$it's$$›"),
  TAGGED_STRING("$a$ $$ $b$ $a$", "STRING‹$a$ $$ $b$ $a$›"),
  TAG_IS_CASE_SENSITIVE("$a$x$A$y$a$", "STRING‹$a$x$A$y$a$›"),
  TAG_WITH_DIGIT_AND_UMLAUT("$_\u00e41$x$_\u00e41$", "STRING‹$_\u00e41$x$_\u00e41$›"),
  DOLLAR_BEFORE_THE_TAG("$a$b$c$a$", "STRING‹$a$b$c$a$›"),
  DOLLARS_BEFORE_THE_END("$$a$b$$$", "STRING‹$$a$b$$› OTHER‹$›"),
  TAG_ENDS_WITH_THE_TEXT("$a$x$a", "STRING‹$a$x$a›"),
  TAG_STARTS_WITH_A_LETTER("$1$", "PARAMETER‹$1› OTHER‹$›"),
  DOLLAR_WITHOUT_TAG_END("$a b", "OTHER‹$› WORD‹a› WORD‹b›"),
  DOLLAR_QUOTES_DO_NOT_GO_ON("$$a$$\n'b'", "STRING‹$$a$$› WHITE_SPACE‹\n› STRING‹'b'›"),

  // Identifiers and key words
  WORDS("SELECT _a1 tAble", "WORD‹SELECT› WORD‹_a1› WORD‹tAble›"),
  DOLLARS_IN_A_WORD("a$b$c a$$", "WORD‹a$b$c› WORD‹a$$›"),
  BYTES_FROM_128_ARE_LETTERS("\u0080\u00ffx\u00a0", "WORD‹\u0080\u00ffx\u00a0›"),
  QUOTED_IDENTIFIER("\"A b\" \"\"\"\"", "QUOTED_IDENTIFIER‹\"A b\"› QUOTED_IDENTIFIER‹\"\"\"\"›"),
  UNICODE_IDENTIFIER("U&\"x\" u&\"y\"", "QUOTED_IDENTIFIER‹U&\"x\"› QUOTED_IDENTIFIER‹u&\"y\"›"),
  IDENTIFIER_ENDS_WITH_THE_TEXT("\"a b", "QUOTED_IDENTIFIER‹\"a b›"),
  NAME_IN_PARTS(
      "s.\"T\".c", "WORD‹s› PUNCTUATION‹.› QUOTED_IDENTIFIER‹\"T\"› PUNCTUATION‹.› WORD‹c›"),

  // Parameters
  PARAMETER("$1 $23", "PARAMETER‹$1› PARAMETER‹$23›"),
  PARAMETER_AND_WORD("$1abc", "PARAMETER‹$1› WORD‹abc›"),
  WORD_AND_DOLLAR("a$1", "WORD‹a$1›"),
  NUMBER_AND_PARAMETER("1$1", "NUMBER‹1› PARAMETER‹$1›"),
  PARAMETER_WITHOUT_UNDERSCORE("$1_0", "PARAMETER‹$1› WORD‹_0›"),

  // Numbers
  INTEGERS("0 42 007", "NUMBER‹0› NUMBER‹42› NUMBER‹007›"),
  GROUPED_INTEGER("1_000_000", "NUMBER‹1_000_000›"),
  TWO_UNDERSCORES("1__0", "NUMBER‹1› WORD‹__0›"),
  TRAILING_UNDERSCORE("1_", "NUMBER‹1› WORD‹_›"),
  HEXADECIMAL("0x1F 0X_a_0", "NUMBER‹0x1F› NUMBER‹0X_a_0›"),
  OCTAL("0o17 0O7_7", "NUMBER‹0o17› NUMBER‹0O7_7›"),
  BINARY("0b1 0B_1_0", "NUMBER‹0b1› NUMBER‹0B_1_0›"),
  RADIX_WITHOUT_DIGIT("0x 0o8 0b2", "NUMBER‹0› WORD‹x› NUMBER‹0› WORD‹o8› NUMBER‹0› WORD‹b2›"),
  RADIX_ENDS_AT_ANOTHER_DIGIT("0b12 0x1g", "NUMBER‹0b1› NUMBER‹2› NUMBER‹0x1› WORD‹g›"),
  ZERO_AND_BITS("0b'1'", "NUMBER‹0› STRING‹b'1'›"),
  DECIMALS("1.5 .5 1.", "NUMBER‹1.5› NUMBER‹.5› NUMBER‹1.›"),
  GROUPED_DECIMAL("1_0.2_5 ._5", "NUMBER‹1_0.2_5› PUNCTUATION‹.› WORD‹_5›"),
  EXPONENTS(
      "1e5 1E+5 1.5e-1_0 .5e1 1.e5",
      "NUMBER‹1e5› NUMBER‹1E+5› NUMBER‹1.5e-1_0› NUMBER‹.5e1› NUMBER‹1.e5›"),
  EXPONENT_WITHOUT_DIGIT("1.e 1e+", "NUMBER‹1.› WORD‹e› NUMBER‹1› WORD‹e› OPERATOR‹+›"),
  RANGE("1..10", "NUMBER‹1› PUNCTUATION‹..› NUMBER‹10›"),
  THREE_DOTS("1...2", "NUMBER‹1› PUNCTUATION‹..› NUMBER‹.2›"),
  NUMBER_AND_WORD("123abc", "NUMBER‹123› WORD‹abc›"),
  SIGN_IS_AN_OPERATOR("-1", "OPERATOR‹-› NUMBER‹1›"),
  TWO_POINTS("1.2.3", "NUMBER‹1.2› NUMBER‹.3›"),

  // Operators
  COMPARISONS("a<>b<=c", "WORD‹a› OPERATOR‹<>› WORD‹b› OPERATOR‹<=› WORD‹c›"),
  SIGN_BEHIND_A_SPECIAL_CHARACTER("@- 5", "OPERATOR‹@-› NUMBER‹5›"),
  SIGN_BEHIND_AN_OPERATOR("=-1", "OPERATOR‹=› OPERATOR‹-› NUMBER‹1›"),
  SIGNS_BEHIND_AN_OPERATOR("=+-+1", "OPERATOR‹=› OPERATOR‹+› OPERATOR‹-› OPERATOR‹+› NUMBER‹1›"),
  SIGN_WITHIN_AN_OPERATOR("a<->b", "WORD‹a› OPERATOR‹<->› WORD‹b›"),
  MINUS_BEHIND_A_STAR("*-5", "OPERATOR‹*› OPERATOR‹-› NUMBER‹5›"),
  SPECIAL_CHARACTER_BEHIND_THE_SIGN("=-~", "OPERATOR‹=-~›"),
  JSON_OPERATORS(
      "->> #>> @> ?| #-", "OPERATOR‹->>› OPERATOR‹#>>› OPERATOR‹@>› OPERATOR‹?|› OPERATOR‹#-›"),
  DASHES_START_A_COMMENT("a--b", "WORD‹a› COMMENT‹--b›"),
  DASHES_END_AN_OPERATOR("a@--b", "WORD‹a› OPERATOR‹@› COMMENT‹--b›"),
  SLASH_STAR_ENDS_AN_OPERATOR("+/*c*/", "OPERATOR‹+› COMMENT‹/*c*/›"),
  FIRST_COMMENT_SIGN_WINS("~/*--*/~--/*", "OPERATOR‹~› COMMENT‹/*--*/› OPERATOR‹~› COMMENT‹--/*›"),
  STAR_SLASH_IS_AN_OPERATOR("a*/b", "WORD‹a› OPERATOR‹*/› WORD‹b›"),
  ARROW(
      "f(a=>-1)",
      "WORD‹f› PUNCTUATION‹(› WORD‹a› OPERATOR‹=>› OPERATOR‹-› NUMBER‹1› PUNCTUATION‹)›"),
  BACKQUOTE("`", "OPERATOR‹`›"),

  // Comments and white space
  LINE_COMMENT("-- it's\nb", "COMMENT‹-- it's› WHITE_SPACE‹\n› WORD‹b›"),
  CARRIAGE_RETURN_ENDS_A_COMMENT("--a\rb", "COMMENT‹--a› WHITE_SPACE‹\r› WORD‹b›"),
  BLOCK_COMMENT("/* 'a\n*/b", "COMMENT‹/* 'a\n*/› WORD‹b›"),
  NESTED_COMMENT("/* /* a */ b */ c", "COMMENT‹/* /* a */ b */› WORD‹c›"),
  STARS_AND_SLASHES("/***//*//* */ **/*/", "COMMENT‹/***/› COMMENT‹/*//* */ **/› OPERATOR‹*/›"),
  SLASH_STAR_SLASH_IS_OPEN("/*/ a", "COMMENT‹/*/ a›"),
  COMMENT_ENDS_WITH_THE_TEXT("/* a /* b */ c *", "COMMENT‹/* a /* b */ c *›"),
  WHITE_SPACE("a\t\n\r\f\u000bb", "WORD‹a› WHITE_SPACE‹\t\n\r\f\u000b› WORD‹b›"),

  // Punctuation and what is left
  CAST("a::int", "WORD‹a› PUNCTUATION‹::› WORD‹int›"),
  ASSIGNMENT("a:=1", "WORD‹a› PUNCTUATION‹:=› NUMBER‹1›"),
  COLONS(
      "a[1:b] :::",
      "WORD‹a› PUNCTUATION‹[› NUMBER‹1› PUNCTUATION‹:› WORD‹b› PUNCTUATION‹]› PUNCTUATION‹::› PUNCTUATION‹:›"),
  LIST("(a,b);", "PUNCTUATION‹(› WORD‹a› PUNCTUATION‹,› WORD‹b› PUNCTUATION‹)› PUNCTUATION‹;›"),
  NO_PLACE_IN_SQL("\0 {}\\\u007f", "OTHER‹\0› OTHER‹{› OTHER‹}› OTHER‹\\› OTHER‹\u007f›"),
  NOTHING("", "");

  final String text;
  final String tokens;

  LexicalRule(String text, String tokens) {
    this.text = text;
    this.tokens = tokens;
  }
}
