package org.tocsin.standalone.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

import org.tocsin.standalone.installation.DataFolder;
import org.tocsin.standalone.supervision.Installation;
import org.tocsin.standalone.supervision.Journal;

/** One run of an installation, from the lock on its folder to the end of the last process, however it is ended. */
final class Run {

    private final DataFolder folder;
    private final Journal journal;
    private final PrintWriter out;
    private final Deque<Runnable> endings = new ArrayDeque<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    private Run(DataFolder folder, Journal journal, PrintWriter out) {
        this.folder = folder;
        this.journal = journal;
        this.out = out;
    }

    /** Takes the folder; from here on a signal ends in order whatever has been started. */
    static Run open(Path data, PrintWriter out, Clock clock) {
        DataFolder folder = DataFolder.open(data);
        folder.writeSupervisor(ProcessHandle.current());
        Run run = new Run(folder, new Journal(folder.log("supervisor"), out, clock), out);
        run.onEnd(folder::close);
        Runtime.getRuntime().addShutdownHook(new Thread(run::end, "end"));
        return run;
    }

    void start(Function<DataFolder, Installation> installation) {
        long begun = System.nanoTime();
        out.println("Tocsin starts, data in " + folder.path());
        out.flush();
        Installation started = installation.apply(folder);
        onEnd(started::close);
        started.start();
        double seconds = Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0;
        journal.tell("Tocsin is ready (%.1f s)".formatted(seconds));
    }

    /** What is to be done at the end, before all that was asked for earlier. */
    void onEnd(Runnable ending) {
        synchronized (endings) {
            endings.push(ending);
        }
    }

    Journal journal() {
        return journal;
    }

    DataFolder folder() {
        return folder;
    }

    /** Returns when a signal has asked for the end. */
    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    private void end() {
        journal.note("ending");
        Runnable ending = next();
        while (ending != null) {
            ending.run();
            ending = next();
        }
        ended.countDown();
    }

    private Runnable next() {
        synchronized (endings) {
            return endings.poll();
        }
    }
}
