package dync.compiler.generate;

import com.squareup.javapoet.ClassName;

/** The classes of the runtime that generated code uses. */
final class RuntimeTypes {
    static final ClassName TENSOR = ClassName.get("org.bytedeco.pytorch", "Tensor");
    static final ClassName MODEL = ClassName.get("dync.runtime", "DynModel");
    static final ClassName INFO = ClassName.get("dync.runtime", "ModelInfo");
    static final ClassName LOOP = ClassName.get("dync.runtime", "TimeLoop");
    static final ClassName HISTORY = ClassName.get("dync.runtime", "History");
    static final ClassName KEPT = ClassName.get("dync.runtime", "Kept");
    static final ClassName STEPS = ClassName.get("dync.runtime", "Steps");
    static final ClassName OPS = ClassName.get("dync.runtime", "Ops");
    static final ClassName INIT = ClassName.get("dync.runtime.weights", "Init");
    static final ClassName BOUNDS = ClassName.get("dync.runtime.weights", "Bounds");

    private RuntimeTypes() {}
}
