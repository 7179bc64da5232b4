package dync.compiler.generate;

/**
 * A generated class.
 *
 * @param packageName {@code dyn.} and the name of the {@code .dyn} file
 */
public record JavaSource(String packageName, String className, String text) {

    public String qualifiedName() {
        return packageName + "." + className;
    }

    /** Where the file belongs below a source folder. */
    public String path() {
        return qualifiedName().replace('.', '/') + ".java";
    }
}
