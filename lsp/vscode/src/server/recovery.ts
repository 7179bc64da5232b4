import {CloseAction, ErrorAction, type CloseHandlerResult, type ErrorHandler, type ErrorHandlerResult, type LanguageClient, type Message,
    State} from "vscode-languageclient/node"

/** Starts a server that has run and broke down again, by the client's own rule; one that never ran would only fail again. */
export class Recovery implements ErrorHandler {
    private usual: ErrorHandler | undefined
    private hasRun = false

    /** Learns whose server it is; the client wants its handler before there is a client. */
    watch(client: LanguageClient): void {
        this.usual = client.createDefaultErrorHandler()
        client.onDidChangeState(({newState}) => { if (newState === State.Running) this.hasRun = true })
    }

    error(error: Error, message: Message | undefined, count: number | undefined): ErrorHandlerResult | Promise<ErrorHandlerResult> {
        return this.usual?.error(error, message, count) ?? {action: ErrorAction.Shutdown}
    }

    closed(): CloseHandlerResult | Promise<CloseHandlerResult> {
        // the failed start is told of by whoever asked for it
        const giveUp = {action: CloseAction.DoNotRestart, handled: true}
        return this.hasRun ? (this.usual?.closed() ?? giveUp) : giveUp
    }
}
