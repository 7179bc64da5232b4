/** How a shell takes what stands between blanks as one word. */
export type Shell = "posix" | "powershell" | "cmd"

/** Which quotes the user's shell has, by its path. */
export function shellOf(path: string): Shell {
    const name = path.replace(/\\/g, "/").split("/").pop()?.toLowerCase() ?? ""
    if (/^(pwsh|powershell)(\.exe)?$/.test(name)) return "powershell"
    return name === "cmd.exe" ? "cmd" : "posix"
}

/** The line that trains a model of a file. */
export function trainLine(command: string, file: string, model: string | undefined, shell: Shell): string {
    const words = [command, "train", file, ...(model === undefined ? [] : ["--model", model])]
    const line = words.map(word => quoted(word, shell)).join(" ")
    // a quoted word at its beginning is a text for PowerShell, not a command
    return shell === "powershell" && line.startsWith("'") ? `& ${line}` : line
}

function quoted(word: string, shell: Shell): string {
    if (/^[\w./:=+@-]+$/.test(word)) return word
    switch (shell) {
        case "posix": return `'${word.replace(/'/g, "'\\''")}'`
        case "powershell": return `'${word.replace(/'/g, "''")}'`
        case "cmd": return `"${word}"`
    }
}
