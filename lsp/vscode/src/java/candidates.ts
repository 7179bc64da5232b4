import {posix, win32, type PlatformPath} from "node:path"

/** What the search for Java asks the machine. */
export interface Machine {
    readonly platform: NodeJS.Platform
    readonly env: Readonly<Record<string, string | undefined>>
    readonly home: string
    /** The names in a folder, none where it is absent. */
    list(folder: string): readonly string[]
}

/** A `java` that may be there, and who says so. */
export interface Candidate {
    readonly path: string
    readonly from: string
}

/** Where `java` is below a Java's home. */
export function javaIn(machine: Machine, home: string): string {
    return paths(machine).join(home, "bin", executable(machine))
}

/** Where Java may be, in the order in which it is looked for. A folder of the settings, where given, is the only one. */
export function candidates(machine: Machine, setting: string): Candidate[] {
    if (setting.trim() !== "") return [{path: javaIn(machine, setting.trim()), from: "dync.java.home"}]
    const all = [...fromJavaHome(machine), ...fromPath(machine), ...fromFolders(machine)]
    return all.filter((one, index) => all.findIndex(other => other.path === one.path) === index)
}

function fromJavaHome(machine: Machine): Candidate[] {
    const home = machine.env["JAVA_HOME"]
    return home === undefined || home === "" ? [] : [{path: javaIn(machine, home), from: "JAVA_HOME"}]
}

function fromPath(machine: Machine): Candidate[] {
    const path = machine.env["PATH"] ?? machine.env["Path"] ?? ""
    return path.split(paths(machine).delimiter).filter(folder => folder !== "")
        .map(folder => ({path: paths(machine).join(folder, executable(machine)), from: "PATH"}))
}

function fromFolders(machine: Machine): Candidate[] {
    const join = joining(machine)
    return usualFolders(machine).flatMap(folder => [...machine.list(folder)]
        .sort((one, other) => firstNumber(other) - firstNumber(one))
        .map(name => machine.platform === "darwin" && !folder.startsWith("/opt") && !folder.includes(".sdkman")
            ? join(folder, name, "Contents", "Home") : join(folder, name))
        .map(home => ({path: javaIn(machine, home), from: folder})))
}

function usualFolders(machine: Machine): string[] {
    const join = joining(machine)
    const own = [join(machine.home, ".sdkman", "candidates", "java"), join(machine.home, ".jdks")]
    if (machine.platform === "win32") {
        return [...["ProgramFiles", "LOCALAPPDATA"]
            .map(name => machine.env[name])
            .filter(base => base !== undefined)
            .flatMap(base => ["Eclipse Adoptium", "Java", "Microsoft", "Zulu", "Amazon Corretto", "BellSoft"]
                .flatMap(vendor => [join(base, vendor), join(base, "Programs", vendor)])), ...own]
    }
    return machine.platform === "darwin"
        ? ["/Library/Java/JavaVirtualMachines", join(machine.home, "Library/Java/JavaVirtualMachines"), "/opt/homebrew/opt",
            ...own]
        : ["/usr/lib/jvm", "/usr/lib64/jvm", "/usr/java", "/opt/java", ...own]
}

/** The newest of a folder goes first, as far as names tell. */
const firstNumber = (name: string): number => Number(/\d+/.exec(name)?.[0] ?? 0)
const joining = (machine: Machine) => (...parts: string[]): string => paths(machine).join(...parts)

const executable = (machine: Machine): string => machine.platform === "win32" ? "java.exe" : "java"
const paths = (machine: Machine): PlatformPath => machine.platform === "win32" ? win32 : posix
