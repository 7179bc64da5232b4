package dync.lsp.protocol;

import dync.lsp.StdioServer;

/** A server in whose process somebody prints all the time, as a library may. */
final class Chatterbox {
    private Chatterbox() {}

    public static void main(String[] args) {
        Thread talk = new Thread(() -> {
            while (true) {
                // the server puts something else in the place of System.out as soon as it runs
                if (System.out == System.err) {
                    System.out.println("this is printed");
                }
                Thread.onSpinWait();
            }
        });
        talk.setDaemon(true);
        talk.start();
        StdioServer.main(args);
    }
}
