// Messages of the protocol over a WebSocket: each text frame is one.
import {
    AbstractMessageReader,
    AbstractMessageWriter,
    type DataCallback,
    type Disposable,
    type Message,
    type MessageReader,
    type MessageWriter,
} from "vscode-jsonrpc/browser";

export class SocketReader extends AbstractMessageReader implements MessageReader {
    constructor(private readonly socket: WebSocket) {
        super();
        socket.addEventListener("close", () => this.fireClose());
    }

    listen(callback: DataCallback): Disposable {
        const receive = (event: MessageEvent) => callback(JSON.parse(event.data as string) as Message);
        this.socket.addEventListener("message", receive);
        return { dispose: () => this.socket.removeEventListener("message", receive) };
    }
}

export class SocketWriter extends AbstractMessageWriter implements MessageWriter {
    constructor(private readonly socket: WebSocket) {
        super();
        socket.addEventListener("close", () => this.fireClose());
    }

    async write(message: Message): Promise<void> {
        this.socket.send(JSON.stringify(message));
    }

    end(): void {}
}
