/*
 * The format string of log_line_prefix.
 * https://www.postgresql.org/docs/current/runtime-config-logging.html#GUC-LOG-LINE-PREFIX
 *
 * An escape may be padded: %5p, %-10u. A lone % (with or without padding) at the end ends the prefix;
 * UNFINISHED matches nowhere else, as the longer ESCAPE wins there.
 */
grammar LogLinePrefix;

prefix
    : element* unfinished? EOF
    ;

element
    : PERCENT_SIGN # percentSign
    | ESCAPE       # escape
    | TEXT         # text
    ;

unfinished
    : UNFINISHED
    ;

PERCENT_SIGN : '%%' ;
UNFINISHED   : '%' PADDING? ;
ESCAPE       : '%' PADDING? ~[0-9] ;
TEXT         : ~[%]+ ;

fragment PADDING : '-' [0-9]* | [0-9]+ ;
