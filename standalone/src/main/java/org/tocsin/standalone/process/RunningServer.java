package org.tocsin.standalone.process;

import java.util.concurrent.CompletableFuture;

/** A server that has answered once and runs as a process of its own. */
public interface RunningServer extends AutoCloseable {

    long pid();

    /** Completes with the exit code when the process has ended, for whatever reason. */
    CompletableFuture<Integer> onExit();

    /** Ends the process in order, and by force when it does not end in time. */
    @Override
    void close();
}
