/** What the page of the preview is made of; addresses are those of a webview. */
export interface Parts {
    readonly nonce: string
    readonly source: string
    readonly script: string
    readonly style: string
    readonly title: string
}

/** The page of the preview. Nothing but our script and style sheet is loaded, and nothing is fetched. */
export function page(parts: Parts): string {
    const policy = [
        "default-src 'none'",
        `style-src ${parts.source}`,
        `script-src 'nonce-${parts.nonce}'`,
        "base-uri 'none'",
        "form-action 'none'",
    ].join("; ")
    return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
<link rel="stylesheet" href="${escaped(parts.style)}">
<title>${escaped(parts.title)}</title>
</head>
<body>
<header>
<nav id="tabs" role="tablist" aria-label="views"></nav>
<label id="chooser" hidden>model <select id="models"></select></label>
<span id="zoom" role="group" aria-label="zoom" hidden><button id="smaller" title="smaller">−</button><button
 id="fit" title="fit the width">fit</button><button id="larger" title="larger">+</button></span>
</header>
<p id="problem" role="status" hidden></p>
<main id="content" tabindex="0"></main>
<script nonce="${parts.nonce}" src="${escaped(parts.script)}"></script>
</body>
</html>`
}

function escaped(text: string): string {
    return text.replace(/[&<>"]/g, sign => ({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;"})[sign] ?? sign)
}
