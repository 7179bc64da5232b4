import {candidates, type Machine} from "./candidates"
import {featureVersion, OLDEST} from "./version"

export type Java =
    | {readonly kind: "found", readonly path: string, readonly version: number, readonly from: string}
    | {readonly kind: "missing", readonly why: string}

/** Runs a program with `-version`: what it prints, or undefined where it cannot be run. */
export type Ask = (path: string) => Promise<string | undefined>

/**
 * The first Java that is new enough: of the setting, `JAVA_HOME`, the `PATH` or the usual folders. Where there is none,
 * `why` says what was found instead.
 */
export async function findJava(machine: Machine, setting: string, exists: (path: string) => boolean, ask: Ask): Promise<Java> {
    const tooOld: string[] = []
    for (const {path, from} of candidates(machine, setting)) {
        if (!exists(path)) continue
        const printed = await ask(path)
        const version = printed === undefined ? undefined : featureVersion(printed)
        if (version !== undefined && version >= OLDEST) return {kind: "found", path, version, from}
        if (version !== undefined) tooOld.push(`Java ${version} (${from})`)
        else if (setting.trim() !== "") return {kind: "missing", why: `${path} does not run`}
    }
    return {kind: "missing", why: why(setting.trim(), [...new Set(tooOld)])}
}

function why(setting: string, tooOld: readonly string[]): string {
    const wanted = `dync needs Java ${OLDEST} or newer`
    if (setting !== "") {
        return tooOld.length > 0
            ? `${wanted}; the folder in dync.java.home holds ${tooOld[0] ?? ""}`
            : `${wanted}; the folder in dync.java.home, ${setting}, has no bin/java`
    }
    return tooOld.length > 0
        ? `${wanted}, and only found ${tooOld.join(", ")}`
        : `${wanted}, and found none: not in JAVA_HOME, not on the PATH, not in the usual folders`
}
