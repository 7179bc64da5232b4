import tseslint from "typescript-eslint"

export default tseslint.config(
    {ignores: ["out/", "node_modules/", "target/"]},
    ...tseslint.configs.strictTypeChecked.map(config => ({...config, files: ["src/**/*.ts", "media/**/*.ts", "test/**/*.ts"]})),
    {
        files: ["src/**/*.ts", "media/**/*.ts", "test/**/*.ts"],
        languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
        rules: {
            "@typescript-eslint/restrict-template-expressions": ["error", {allowNumber: true, allowBoolean: true}],
            "@typescript-eslint/switch-exhaustiveness-check": "error",
            "max-lines": ["error", 300],
        },
    },
    // node:test collects the promises of `test` itself
    {files: ["test/**/*.ts"], rules: {"@typescript-eslint/no-floating-promises": "off"}},
)
