// The grammar of the .dyn language. One token decides almost everywhere; whoever changes it keeps it so, because
// errors are told at the token that decides. Names have a rule for each role (areaRef, opRef …), which completion uses.
//
// The compiler hands over tokens whose brackets are balanced, with a `;` put wherever a new line begins a statement.
parser grammar DynParser;

options { tokenVocab = DynLexer; }

module : (importDeclaration | declaration | SEMI)* EOF ;

importDeclaration : IMPORT name (DOT (name | TIMES))* ;

// ---- declarations

declaration
    : model
    | areaTemplate
    | block
    | connection
    | dynamics
    | solver
    | function
    | constant
    | primitive
    ;

// What a model or an area may declare for itself.
localDeclaration : block | connection | dynamics | solver | function | constant ;

model        : MODEL declaredName (ASSIGN modelRef arguments? | parameters? modelBody) ;
areaTemplate : AREA declaredName parameters stepBody ;
block        : BLOCK declaredName parameters? stepBody ;
connection   : CONNECTION declaredName parameters? stepBody ;
dynamics     : DYNAMICS declaredName parameters? dynamicsBody ;
solver       : SOLVER declaredName solverBody ;
function     : FN declaredName parameters ASSIGN expression ;
constant     : CONST declaredName ASSIGN expression ;
primitive    : PRIMITIVE declaredName parameters? primitiveBody ;

parameters : LPAREN parameter? (COMMA parameter?)* RPAREN ;
parameter  : annotation* name (COLON type)? (ASSIGN expression)? ;
annotation : AT name LPAREN name (COMMA name?)* RPAREN ;
type       : (typeRef | LBRACKET typeRef RBRACKET) QUESTION? ;

dynamicsBody      : LBRACE (dynamicsStatement | SEMI)* RBRACE ;
dynamicsStatement : let | equation ;
equation          : NAME PRIME ASSIGN expression ;

solverBody : LBRACE (field | SEMI)* RBRACE ;
field      : NAME ASSIGN expression ;

primitiveBody : LBRACE (shapeRule | callRule | step | SEMI)* RBRACE ;
shapeRule     : SHAPE list ;
callRule      : CALL (name (DOT name)*)? LPAREN expression? (COMMA expression?)* RPAREN ;

// ---- the body of a model

modelBody : LBRACE (item | SEMI)* RBRACE ;

item
    : area
    | localDeclaration
    | require
    | let
    | clock
    | input
    | thenItem
    | wire
    | readout
    | ifItem
    | forItem
    | repeatItem
    | weight
    ;

// A template has parameters, an area of the model has none.
area
    : AREA declaredName
      ( parameters stepBody
      | ASSIGN areaCall from? then*
      | from? stepBody then*
      )
    ;

areaCall : templateRef arguments? ;
from     : FROM source ;
source   : sourceTerm (PLUS sourceTerm)* ;
// `concat(A, B)` is the one source with parentheses.
sourceTerm : areaRef (LPAREN source? (COMMA source?)* RPAREN)? ;
then     : THEN step ;

clock    : CLOCK arguments ;
input    : INPUT name? arguments ;
thenItem : NAME then+ ;
wire     : (SKIP_ | FEEDBACK) areaRef ARROW areaRef arguments? stepBody? ;
readout  : READOUT declaredName from? stepBody ;

ifItem     : IF expression modelBody (ELSE (ifItem | modelBody))? ;
forItem    : FOR name IN expression RANGE expression modelBody ;
repeatItem : REPEAT expression modelBody ;

// ---- pipelines

stepBody : LBRACE (step | SEMI)* RBRACE ;

step
    : op
    | let
    | apply
    | merge
    | ifStep
    | forStep
    | repeatStep
    | weight
    | recurrent
    | receive
    | evolve
    | emit
    | penalty
    | probe
    | require
    | areaTemplate
    | localDeclaration
    ;

op         : opRef arguments? ;
let        : LET name ASSIGN expression ;
apply      : APPLY expression ;
merge      : (ADD | GATE | CONCAT) LPAREN expression COMMA? RPAREN ;
ifStep     : IF expression stepBody (ELSE (ifStep | stepBody))? ;
forStep    : FOR name IN expression RANGE expression stepBody ;
repeatStep : REPEAT expression stepBody ;
weight     : WEIGHT name (COLON weightType)? (ASSIGN expression)? (COMMA argument)* ;
weightType : list | typeRef ;
recurrent  : RECURRENT arguments ;
receive    : RECEIVE (SKIP_ | FEEDBACK) ;
evolve     : EVOLVE dynamicsCall (USING solverCall)? ;
emit       : EMIT arguments? ;
penalty    : PENALTY arguments ;
probe      : RECORD LPAREN name RPAREN ;
require    : REQUIRE expression (COMMA expression)? ;

dynamicsCall : dynamicsRef arguments? ;
solverCall   : solverRef arguments? ;

// ---- expressions

arguments : LPAREN argument? (COMMA argument?)* RPAREN ;
argument  : (argumentName ASSIGN)? expression ;

// Flat on purpose: the compiler applies the precedence, and the depth of the tree does not grow with the length.
// A setting from the command line.
soleExpression : expression EOF ;

expression     : choice | prefix* operand (binaryOperator prefix* operand | PIPE pipeCall)* ;
// Not an operand, for then it would be open whose an operator behind it is.
choice         : IF expression THEN expression ELSE expression ;
prefix         : MINUS | NOT ;
binaryOperator
    : OR | AND
    | EQUAL | NOT_EQUAL | LESS | LESS_EQUAL | GREATER | GREATER_EQUAL
    | PLUS | MINUS | TIMES | DIVIDE | MOD | POWER
    ;
pipeCall       : pipeRef arguments? ;

operand : primary (DOT memberRef)* ;
primary
    : NUMBER UNIT?                                           # numberValue
    | STRING                                                 # textValue
    | (TRUE | FALSE)                                         # truthValue
    | NONE                                                   # noneValue
    | valueRef arguments?                                    # referenceOrCall
    | LPAREN expression RPAREN                               # grouped
    | list                                                   # listValue
    ;
list : LBRACKET expression? (COMMA expression?)* RBRACKET ;

// ---- names by role

declaredName : name ;
modelRef     : name ;
templateRef  : name ;
areaRef      : name ;
typeRef      : name ;
argumentName : name ;
memberRef    : name ;
valueRef     : name ;
pipeRef      : name ;
dynamicsRef  : name ;
solverRef    : name ;
// The operation of a step is never a keyword: a keyword there begins another statement.
opRef        : NAME ;

// Keywords are soft: they are names wherever a name stands.
name
    : NAME
    | MODEL | AREA | BLOCK | CONNECTION | DYNAMICS | SOLVER | FN | CONST | IMPORT | PRIMITIVE
    | CLOCK | INPUT | SKIP_ | FEEDBACK | READOUT | FROM | THEN
    | REQUIRE | LET | APPLY | ADD | GATE | CONCAT | FOR | IN | REPEAT | WEIGHT | RECURRENT | RECEIVE
    | EVOLVE | USING | EMIT | PENALTY | RECORD | SHAPE | CALL | MOD
    ;
