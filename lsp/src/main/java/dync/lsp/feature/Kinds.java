package dync.lsp.feature;

import dync.lsp.analysis.Symbol;
import org.eclipse.lsp4j.SymbolKind;

/** The signs that editors have for what a text declares. */
final class Kinds {
    private Kinds() {}

    static SymbolKind of(Symbol.Kind kind) {
        return switch (kind) {
            case MODEL, VARIANT -> SymbolKind.Class;
            case TEMPLATE -> SymbolKind.Interface;
            case BLOCK, PRIMITIVE, FUNCTION -> SymbolKind.Function;
            case CONNECTION -> SymbolKind.Operator;
            case DYNAMICS -> SymbolKind.Struct;
            case SOLVER -> SymbolKind.Method;
            case CONSTANT -> SymbolKind.Constant;
            case PARAMETER -> SymbolKind.Property;
            case AREA -> SymbolKind.Object;
            case INPUT, READOUT -> SymbolKind.Field;
            case LET, VARIABLE, ROUND -> SymbolKind.Variable;
            case WEIGHT -> SymbolKind.Array;
            case PROBE -> SymbolKind.Key;
        };
    }
}
