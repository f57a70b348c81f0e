/*
 * The skeleton of the statements that read or change tables: clauses, tables, AND and OR. What
 * stands between is read as loose pieces in balanced parentheses, so that syntax unknown to
 * everybody does not hide the rest.
 *
 * The tokens are those of SkeletonLexer and BracketBalancer, which have settled what one token does
 * not tell: which words are names here, which parenthesis holds a query, to which BETWEEN an AND
 * belongs; and every parenthesis has its partner.
 *
 * Every decision needs one token only (LL(1)). So the time is linear in the text whatever it holds,
 * and the parser learns nothing at run time that could fill the memory. A condition may be empty.
 */
parser grammar SqlSkeleton;

tokens {
  // Words and values.
  NAME,             // a, "A", s.t.c
  STAR,             // *, t.*
  VALUE,            // $1
  LIST,             // ...
  NUMBER,           // 1: an output column
  CONSTANT,         // DEFAULT, current_date
  KEYWORD,          // a word without a meaning here
  // Signs.
  OPERATOR, EQUALS, DOT, TYPE_CAST, PUNCTUATION, COMMA,
  SEMICOLON,        // in no rule: commands are read one by one
  OPEN, QUERY_OPEN, CTE_OPEN, CLOSE, LEFT_BRACKET, RIGHT_BRACKET,
  // Parts of conditions.
  AND, OR, NOT, IN, IS, LIKE, QUANTIFIER, EXISTS, ARRAY, COLLATE, OVER, FILTER, WITHIN_GROUP,
  BETWEEN, BETWEEN_AND, CASE, WHEN, THEN, ELSE, END,
  // Commands and clauses.
  WITH, RECURSIVE, SELECT, VALUES, TABLE, INSERT, UPDATE, DELETE, MERGE,
  DISTINCT, DISTINCT_ON, INTO, FROM, WHERE, GROUP_BY, HAVING, WINDOW, SET_OPERATOR, ORDER_BY,
  LIMIT, OFFSET, FETCH, FOR, RETURNING, PARTITION_BY, FRAME,
  LATERAL, ONLY, JOIN, ON, USING, AS, ASC, DESC, NULLS, SET, ON_CONFLICT, DO
}

text
    : statement EOF
    ;

statement
    : with? ( queryBody | insert | update | delete | merge )
    ;

with
    : WITH RECURSIVE? commonTable ( COMMA commonTable )*
    ;

// name (columns) AS NOT MATERIALIZED (statement) SEARCH ... SET ... CYCLE ... USING ...
commonTable
    : ( plain | AS | SET | USING | cteStatement )*
    ;

cteStatement
    : CTE_OPEN statement CLOSE
    ;

// --- queries

query
    : with? queryBody
    ;

// What follows the last term belongs to all: SELECT a UNION SELECT b ORDER BY 1.
queryBody
    : term ( SET_OPERATOR term )*
    ;

term
    : ( select | VALUES list | TABLE source | QUERY_OPEN statement CLOSE ) clause*
    ;

select
    : SELECT ( DISTINCT | DISTINCT_ON group )? list
    ;

clause
    : FROM fromList
    | clauseWord DISTINCT? list
    ;

clauseWord
    : WHERE | GROUP_BY | HAVING | WINDOW | ORDER_BY | LIMIT | OFFSET | FETCH | FOR | INTO | RETURNING
    ;

fromList
    : fromItem ( COMMA fromItem )*
    ;

// An ON belongs to the last JOIN that has none.
fromItem
    : source? joinPart*
    ;

joinPart
    : JOIN source?
    | ON condition
    | USING condition alias*
    ;

source
    : LATERAL? ONLY? ( NAME | OPEN fromList CLOSE | subquery | opaque ) piece* alias*
    ;

opaque
    : VALUE | LIST | CONSTANT | KEYWORD
    ;

alias
    : AS piece*
    ;

// --- statements that write

insert
    : INSERT INTO NAME ( AS NAME )? plain* ( query | clause+ )? ( conflict returning? )?
    ;

returning
    : RETURNING list
    ;

conflict
    : ON_CONFLICT ON? piece* conflictWhere? conflictAction?
    ;

conflictWhere
    : WHERE condition
    ;

conflictAction
    : DO ( SELECT FOR? )? piece* assignments? conflictWhere?
    ;

// FOR PORTION OF period FROM ... TO ... stands before SET.
update
    : UPDATE source ( FROM list )? assignments clause*
    ;

assignments
    : SET assignment ( COMMA assignment )*
    ;

assignment
    : assigned* ( EQUALS condition )?
    ;

assigned
    : NAME | KEYWORD | CONSTANT | DOT | group | subscript
    ;

delete
    : DELETE FROM source ( USING fromList )? clause*
    ;

merge
    : MERGE INTO? source USING fromList mergeWhen* clause*
    ;

mergeWhen
    : WHEN condition THEN DO? piece* assignments? ( VALUES list )?
    ;

// --- lists and conditions

list
    : item ( COMMA item )*
    ;

item
    : condition ( infill condition )*
    ;

infill
    : AS | ON | USING | JOIN | ASC | DESC | NULLS | LATERAL
    ;

condition
    : conjunction ( OR conjunction )*
    ;

conjunction
    : predicate ( AND predicate )*
    ;

predicate
    : piece*
    ;

piece
    : plain
    | subquery
    ;

plain
    : NAME | STAR | VALUE | LIST | NUMBER | CONSTANT | KEYWORD
    | OPERATOR | EQUALS | DOT | TYPE_CAST | PUNCTUATION
    | NOT | IN | IS | LIKE | QUANTIFIER | EXISTS | ARRAY | COLLATE | OVER | FILTER | WITHIN_GROUP | ONLY
    | between
    | caseWhen
    | group
    | subscript
    ;

between
    : BETWEEN piece* BETWEEN_AND
    ;

caseWhen
    : CASE condition ( caseWord condition )* END
    ;

caseWord
    : WHEN | THEN | ELSE
    ;

subquery
    : ( QUERY_OPEN | CTE_OPEN ) statement CLOSE
    ;

group
    : OPEN inside CLOSE
    ;

subscript
    : LEFT_BRACKET inside RIGHT_BRACKET
    ;

// Arguments, a cast, a window, or anything else: extract(year FROM a), count(DISTINCT a ORDER BY b).
inside
    : list ( insideWord list )*
    ;

insideWord
    : clauseWord
    | DISTINCT | DISTINCT_ON | FROM | PARTITION_BY | FRAME | SET_OPERATOR | ON_CONFLICT | WHEN | THEN | ELSE | DO | SET
    | WITH | RECURSIVE | SELECT | VALUES | TABLE | INSERT | UPDATE | DELETE | MERGE
    ;
