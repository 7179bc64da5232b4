package dync.cli;

import java.util.concurrent.CountDownLatch;

/**
 * Ends work cleanly on Ctrl-C: the virtual machine, which is about to stop, waits until the work has answered a request
 * to end.
 */
final class Interrupts implements AutoCloseable {
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;

    private Interrupts(Runnable request) {
        this.hook = new Thread(
                () -> {
                    request.run();
                    try {
                        done.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "interrupt");
    }

    /**
     * Watches until closed.
     *
     * @param request asks the work to end soon; called on another thread, once
     */
    static Interrupts watch(Runnable request) {
        Interrupts interrupts = new Interrupts(request);
        Runtime.getRuntime().addShutdownHook(interrupts.hook);
        return interrupts;
    }

    /** The work has ended. */
    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            // the virtual machine is stopping because of us; it ends with the signal's exit code
        }
    }
}
