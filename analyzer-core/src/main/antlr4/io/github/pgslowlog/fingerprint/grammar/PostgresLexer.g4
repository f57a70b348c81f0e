/*
 * The lexical structure of PostgreSQL's SQL.
 * https://www.postgresql.org/docs/current/sql-syntax-lexical.html
 *
 * This grammar is the specification of the hand-written SqlScanner: both give the same tokens for
 * every text. Characters stand for bytes (ISO 8859-1), so that every input can be read; the server
 * takes every byte from 128 on as a letter, too.
 *
 * What never ends (a string, a comment, a quoted identifier) reaches to the end of the text.
 */
lexer grammar PostgresLexer;

@members {
  /** The token ends behind the next place where its text so far, the tag, stands again. */
  private void goOnBehindTag() {
    String tag = getText();
    while (_input.LA(1) != EOF && !standsNext(tag)) {
      getInterpreter().consume(_input);
    }
    for (int i = 0; i < tag.length() && _input.LA(1) != EOF; i++) {
      getInterpreter().consume(_input);
    }
  }

  private boolean standsNext(String tag) {
    for (int i = 0; i < tag.length(); i++) {
      if (_input.LA(i + 1) != tag.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}

WHITE_SPACE  : [ \t\n\r\f\u000b]+ ;
LINE_COMMENT : '--' ~[\r\n]* ;
BLOCK_COMMENT
    : '/*' ( '/'* BLOCK_COMMENT | '/'+ ~[*/] | '*'+ ~[*/] | ~[*/] )* ( '*'+ '/' | ( '/'* | '*'* ) EOF )
    ;

// Strings. Two with only white space that holds a newline between are one; bits hold no quotes.
STRING         : QUOTED ( CONTINUATION QUOTED )* ;
NATIONAL_STRING : [nN] QUOTED ( CONTINUATION QUOTED )* ;
ESCAPE_STRING  : [eE] ESCAPED ( CONTINUATION ESCAPED )* ;
UNICODE_STRING : [uU] '&' QUOTED ( CONTINUATION QUOTED )* ;
BIT_STRING     : [bB] BITS ( CONTINUATION BITS )* ;
HEX_STRING     : [xX] BITS ( CONTINUATION BITS )* ;
DOLLAR_STRING  : '$' TAG? '$' { goOnBehindTag(); } ;

// Identifiers and key words.
QUOTED_IDENTIFIER         : '"' ( '""' | ~["] )* ( '"' | EOF ) ;
UNICODE_QUOTED_IDENTIFIER : [uU] '&' '"' ( '""' | ~["] )* ( '"' | EOF ) ;
WORD : WORD_START WORD_PART* ;

// Parameters and numbers; a number followed by letters is two tokens.
PARAMETER : '$' DIGIT+ ;
NUMBER
    : '0' [xX] ( '_'? [0-9a-fA-F] )+
    | '0' [oO] ( '_'? [0-7] )+
    | '0' [bB] ( '_'? [01] )+
    | DIGITS EXPONENT?
    | DIGITS '.' {_input.LA(1) != '.'}? DIGITS? EXPONENT?
    | '.' DIGITS EXPONENT?
    ;

// Punctuation.
COMMA            : ',' ;
SEMICOLON        : ';' ;
LEFT_PARENTHESIS : '(' ;
RIGHT_PARENTHESIS : ')' ;
LEFT_BRACKET     : '[' ;
RIGHT_BRACKET    : ']' ;
TYPE_CAST        : '::' ;
COLON_EQUALS     : ':=' ;
COLON            : ':' ;
DOT_DOT          : '..' ;
DOT              : '.' ;

// A name of several characters ends in + or - only if it holds one of ~ ! @ # % ^ & | ` ?,
// and neither comment sign can be part of it.
OPERATOR
    : ( PLAIN | MINUS | SLASH | SPECIAL )* SPECIAL ( PLAIN | MINUS | SLASH | SPECIAL )*
    | ( PLAIN | MINUS | SLASH )* ( [*<>=] | SLASH )
    | '+'
    | MINUS
    ;

OTHER : . ;

fragment PLAIN   : [+*<>=] ;
fragment SPECIAL : [~!@#%^&|`?] ;
fragment MINUS   : '-' {_input.LA(1) != '-'}? ;
fragment SLASH   : '/' {_input.LA(1) != '*'}? ;

fragment QUOTED  : '\'' ( '\'\'' | ~['] )* ( '\'' | EOF ) ;
fragment ESCAPED : '\'' ( '\'\'' | '\\' . | ~['\\] )* ( '\'' | '\\'? EOF ) ;
fragment BITS    : '\'' ~[']* ( '\'' | EOF ) ;
fragment CONTINUATION : [ \t\f\u000b]* ( '--' ~[\r\n]* )? [\r\n] ( [ \t\r\n\f\u000b] | '--' ~[\r\n]* [\r\n] )* ;

fragment TAG : WORD_START TAG_PART* ;
fragment WORD_START : [A-Za-z_\u0080-\u00ff] ;
fragment TAG_PART   : [A-Za-z0-9_\u0080-\u00ff] ;
fragment WORD_PART  : [A-Za-z0-9_$\u0080-\u00ff] ;
fragment DIGIT    : [0-9] ;
fragment DIGITS   : [0-9] ( '_'? [0-9] )* ;
fragment EXPONENT : [eE] [+-]? DIGITS ;
