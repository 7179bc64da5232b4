// The words of the .dyn language. Every character of a text belongs to some token, so reading never fails:
// what has no meaning becomes one of the tokens at the end, which the compiler reports and mends.
lexer grammar DynLexer;

// `ms`, `Hz` … after a number on its line; the compiler tells them from names.
tokens { UNIT }

// Declarations.
MODEL      : 'model' ;
AREA       : 'area' ;
BLOCK      : 'block' ;
CONNECTION : 'connection' ;
DYNAMICS   : 'dynamics' ;
SOLVER     : 'solver' ;
FN         : 'fn' ;
CONST      : 'const' ;
IMPORT     : 'import' ;
PRIMITIVE  : 'primitive' ;

// Statements of a model.
CLOCK      : 'clock' ;
INPUT      : 'input' ;
SKIP_      : 'skip' ;
FEEDBACK   : 'feedback' ;
READOUT    : 'readout' ;
FROM       : 'from' ;
THEN       : 'then' ;

// Steps.
REQUIRE    : 'require' ;
LET        : 'let' ;
APPLY      : 'apply' ;
ADD        : 'add' ;
GATE       : 'gate' ;
CONCAT     : 'concat' ;
FOR        : 'for' ;
IN         : 'in' ;
REPEAT     : 'repeat' ;
WEIGHT     : 'weight' ;
RECURRENT  : 'recurrent' ;
RECEIVE    : 'receive' ;
EVOLVE     : 'evolve' ;
USING      : 'using' ;
EMIT       : 'emit' ;
PENALTY    : 'penalty' ;
RECORD     : 'record' ;
SHAPE      : 'shape' ;
CALL       : 'call' ;

// Reserved: never a name.
IF         : 'if' ;
ELSE       : 'else' ;
AND        : 'and' ;
OR         : 'or' ;
NOT        : 'not' ;
TRUE       : 'true' ;
FALSE      : 'false' ;
NONE       : 'none' ;

MOD        : 'mod' ;

NAME       : [A-Za-z_] [A-Za-z_0-9]* ;
NUMBER     : [0-9]+ ('.' [0-9]+)? ([eE] [+-]? [0-9]+)? ;
STRING     : '"' ~["\r\n]* '"' ;

LPAREN     : '(' ;
RPAREN     : ')' ;
LBRACKET   : '[' ;
RBRACKET   : ']' ;
LBRACE     : '{' ;
RBRACE     : '}' ;
COMMA      : ',' ;
SEMI       : ';' ;
COLON      : ':' ;
DOT        : '.' ;
RANGE      : '..' ;
QUESTION   : '?' ;
AT         : '@' ;
PRIME      : '\'' ;
ASSIGN     : '=' ;
ARROW      : '->' ;
PIPE       : '|>' ;

EQUAL         : '==' ;
NOT_EQUAL     : '!=' ;
LESS_EQUAL    : '<=' ;
GREATER_EQUAL : '>=' ;
LESS          : '<' ;
GREATER       : '>' ;
PLUS          : '+' ;
MINUS         : '-' ;
TIMES         : '*' ;
DIVIDE        : '/' ;
POWER         : '^' ;

DOC        : '///' (~[/\r\n] ~[\r\n]*)? -> channel(HIDDEN) ;
COMMENT    : '//' ~[\r\n]*              -> channel(HIDDEN) ;
SPACE      : [ \t\r\n\f\u00A0\u2000-\u200B\u3000\uFEFF]+ -> channel(HIDDEN) ;

// Notation of other languages, and what has no meaning at all.
FAT_ARROW        : '=>' ;
WALRUS           : ':=' ;
FOREIGN_OPERATOR : '&&' | '&' | '||' | '|' | '!' | '%' | '**' ;
FOREIGN_COMMENT  : '#' ~[\r\n]* | '/*' .*? ('*/' | EOF) ;
FOREIGN_STRING   : [\u201C\u201D\u201E] ~[\u201C\u201D"\r\n]* [\u201C\u201D"] ;
FOREIGN_NAME     : [A-Za-z_0-9]* FOREIGN_LETTER (FOREIGN_LETTER | [A-Za-z_0-9])* ;
UNCLOSED_STRING  : '"' ~["\r\n]* ;
UNKNOWN          : . ;

fragment FOREIGN_LETTER
    : [\u00AA\u00B5\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u1FFF\u2C00-\u2DFF\u3040-\uD7FF] ;
