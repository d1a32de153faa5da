package org.tocsin.standalone.supervision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.tocsin.standalone.process.StartException;

/** Starts groups of parts and ends them in the opposite order; within a group all start and end together. */
public final class Supervisor implements AutoCloseable {

    private final Journal journal;
    private final Deque<List<Keeper>> groups = new ArrayDeque<>();
    private boolean closed;

    public Supervisor(Journal journal) {
        this.journal = journal;
    }

    /** Begins to start the parts of a group; the returned start is waited for with {@link Start#await()}. */
    public synchronized Start begin(List<Part> parts) {
        if (closed) {
            throw new StartException("Tocsin was told to end while it was starting.");
        }
        List<Keeper> keepers =
                parts.stream().map(part -> new Keeper(part, journal)).toList();
        groups.push(keepers);
        List<CompletableFuture<?>> starts = new ArrayList<>();
        keepers.forEach(keeper -> starts.add(keeper.start()));
        return new Start(starts);
    }

    /**
     * A start under way.
     *
     * @param parts one for each part
     */
    public record Start(List<CompletableFuture<?>> parts) {

        /**
         * Waits until all parts answer.
         *
         * @throws StartException as soon as one of them cannot be started
         */
        public void await() {
            CompletableFuture<Object> failed = new CompletableFuture<>();
            parts.forEach(part -> part.whenComplete((server, problem) -> {
                if (problem != null) {
                    failed.completeExceptionally(problem);
                }
            }));
            CompletableFuture<Void> all = CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new));
            try {
                CompletableFuture.anyOf(all, failed).join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof StartException reason) {
                    throw reason;
                }
                throw e;
            }
        }
    }

    /** Ends everything, last started first. */
    @Override
    public void close() {
        for (List<Keeper> group : takeAll()) {
            CompletableFuture.allOf(group.stream()
                            .map(keeper -> CompletableFuture.runAsync(keeper::stop, Supervisor::inOwnThread))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }

    private synchronized List<List<Keeper>> takeAll() {
        closed = true;
        List<List<Keeper>> taken = List.copyOf(groups);
        groups.clear();
        return taken;
    }

    private static void inOwnThread(Runnable task) {
        new Thread(task, "stopper").start();
    }
}
