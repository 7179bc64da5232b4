// The language server as the page talks to it.
import {
    CancellationToken,
    createProtocolConnection,
    Emitter,
    InitializedNotification,
    InitializeRequest,
    LSPErrorCodes,
    type NotificationHandler,
    type ProtocolConnection,
    type ProtocolNotificationType,
    type ProtocolRequestType,
    RequestType,
    ResponseError,
    type ServerCapabilities,
} from "vscode-languageserver-protocol/browser";
import { CAPABILITIES } from "./capabilities";
import { SocketReader, SocketWriter } from "./socket";
import type { Analysed, View, ViewParams } from "./dync";

/** Answers that only say that the text has moved on. */
const OUTDATED: number[] = [
    LSPErrorCodes.RequestCancelled,
    LSPErrorCodes.ContentModified,
    LSPErrorCodes.ServerCancelled,
];

const VIEW = new RequestType<ViewParams, View, void>("dync/view");

export class Server {
    private readonly analysed = new Emitter<Analysed>();
    /** Fires after each analysis of a text. */
    readonly onAnalysed = this.analysed.event;

    private constructor(
        readonly connection: ProtocolConnection,
        readonly capabilities: ServerCapabilities,
    ) {
        connection.onNotification("dync/analysed", (result: Analysed) => this.analysed.fire(result));
    }

    /** Connects to the server of this page, and calls `lost` once if that ends. */
    static async connect(lost: () => void): Promise<Server> {
        const address = new URL("language", document.baseURI);
        address.protocol = "ws:";
        const socket = new WebSocket(address);
        await new Promise((open, fail) => {
            socket.addEventListener("open", open, { once: true });
            socket.addEventListener("close", fail, { once: true });
        });
        const connection = createProtocolConnection(new SocketReader(socket), new SocketWriter(socket));
        connection.onClose(lost);
        connection.listen();
        const { capabilities } = await connection.sendRequest(InitializeRequest.type, {
            processId: null,
            clientInfo: { name: "dync playground" },
            rootUri: null,
            workspaceFolders: null,
            capabilities: CAPABILITIES,
            initializationOptions: { analysed: true, commands: ["dync.describe", "dync.compile"] },
        });
        await connection.sendNotification(InitializedNotification.type, {});
        return new Server(connection, capabilities);
    }

    /** The server's answer; undefined where it has none, or where the text has changed before it was given. */
    async ask<P, R, PR, RO>(
        type: ProtocolRequestType<P, R, PR, void, RO>,
        params: P,
        token?: CancellationToken,
    ): Promise<NonNullable<R> | undefined> {
        try {
            return (
                (await this.connection.sendRequest<R>(type.method, params, token ?? CancellationToken.None)) ??
                undefined
            );
        } catch (failure) {
            if (failure instanceof ResponseError && OUTDATED.includes(failure.code)) {
                return undefined;
            }
            throw failure;
        }
    }

    tell<P, RO>(type: ProtocolNotificationType<P, RO>, params: P): void {
        void this.connection.sendNotification(type.method, params);
    }

    on<P, RO>(type: ProtocolNotificationType<P, RO>, handler: NotificationHandler<P>): void {
        this.connection.onNotification(type, handler);
    }

    /** A picture or a text of a model; undefined if `token` is cancelled first. */
    async view(params: ViewParams, token: CancellationToken): Promise<View | undefined> {
        try {
            return await this.connection.sendRequest(VIEW, params, token);
        } catch (failure) {
            if (failure instanceof ResponseError && OUTDATED.includes(failure.code)) {
                return undefined;
            }
            throw failure;
        }
    }
}
