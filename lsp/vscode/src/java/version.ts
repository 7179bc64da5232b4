/** The oldest Java that runs the server. */
export const OLDEST = 17

/** The feature number (8, 17, 21) in what `java -version` prints, or undefined where it prints something else. */
export function featureVersion(printed: string): number | undefined {
    const found = /version "(\d+)(?:\.(\d+))?/.exec(printed)
    if (found === null) return undefined
    const first = Number(found[1])
    // until Java 8 the first number was 1
    return first === 1 && found[2] !== undefined ? Number(found[2]) : first
}
