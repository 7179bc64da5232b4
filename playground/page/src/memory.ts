// What survives a reload of this tab, and nothing longer.

export function remember(key: string, value: string): void {
    try {
        sessionStorage.setItem(key, value);
    } catch {
        // a full or forbidden storage costs the memory, not the work
    }
}

export function recall(key: string): string | undefined {
    try {
        return sessionStorage.getItem(key) ?? undefined;
    } catch {
        return undefined;
    }
}

export function forget(key: string): void {
    try {
        sessionStorage.removeItem(key);
    } catch {
        // as above
    }
}
