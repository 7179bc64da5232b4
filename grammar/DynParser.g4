parser grammar DynParser;
options { tokenVocab = DynLexer; }
module : NAME* EOF ;
