package org.tocsin.benchmarks.system;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

import org.tocsin.standalone.installation.Service;

/**
 * Measures the whole: start, memory at rest, throughput and the time from an accepted report to its webhook. Everything
 * runs on this machine, the load and the receiver too.
 */
public final class PipelineBenchmark {

    private static final int ONE_IN = 20;
    private static final Duration DRAIN_LIMIT = Duration.ofMinutes(5);

    private final RunningTocsin tocsin;
    private final PrintStream out;
    private final Map<String, Long> arrivedAt = new ConcurrentHashMap<>();

    private PipelineBenchmark(RunningTocsin tocsin, PrintStream out) {
        this.tocsin = tocsin;
        this.out = out;
    }

    /**
     * Runs all measurements.
     *
     * @param arguments seconds of each load (60 by default)
     */
    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
        Path data = Files.createTempDirectory("tocsin-benchmark-");
        try (Subscriber subscriber = Subscriber.open(Clock.systemUTC());
                RunningTocsin tocsin = RunningTocsin.start(data.resolve("data"), subscriber.environment())) {
            PipelineBenchmark benchmark = new PipelineBenchmark(tocsin, System.out);
            benchmark.rest();
            subscriber.subscribe(tocsin, false);
            subscriber.receiver().onWebhook(webhook -> webhook.alert()
                    .path("reports")
                    .findValuesAsText("url")
                    .forEach(url -> benchmark.arrivedAt.putIfAbsent(url, System.nanoTime())));
            Load load = new Load(tocsin.client(Service.MONITOR, "ingest"), new News(ONE_IN), 20);
            benchmark.load(load, "warm-up", 50, 20);
            benchmark.load(load, "steady", 50, seconds);
            benchmark.load(load, "full", 300, seconds);
            benchmark.load(load, "as fast as it goes", 100_000, seconds);
            benchmark.rest();
        }
    }

    private void rest() {
        Memory memory = Memory.of(tocsin);
        out.printf("ready after %.1f s%n", tocsin.readyAfter().toMillis() / 1000.0);
        out.printf("memory at rest %d MiB: %s%n", memory.total(), memory.mebibytes());
    }

    private void load(Load load, String name, int perSecond, int seconds)
            throws IOException, SQLException, ExecutionException, InterruptedException, TimeoutException {
        load.acceptedAt().clear();
        long begun = System.nanoTime();
        int count = Math.min(perSecond, 300) * seconds;
        double accepted = load.send(count, perSecond);
        awaitNone();
        double whole = Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0;
        long[] latencies = load.acceptedAt().entrySet().stream()
                .filter(entry -> arrivedAt.containsKey(entry.getKey()))
                .mapToLong(entry -> Math.max(0, arrivedAt.get(entry.getKey()) - entry.getValue()))
                .sorted()
                .toArray();
        out.printf(
                "%s: accepted %.0f/s, through to the last webhook %.0f/s, %d of %d alerts arrived,"
                        + " accepted to webhook p50 %d ms, p95 %d ms, p99 %d ms%n",
                name,
                accepted,
                count / whole,
                latencies.length,
                load.alertsOwed(),
                percentile(latencies, 50),
                percentile(latencies, 95),
                percentile(latencies, 99));
    }

    private void awaitNone()
            throws IOException, SQLException, ExecutionException, InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + DRAIN_LIMIT.toNanos();
        try (Backlog backlog = Backlog.of(tocsin)) {
            Backlog.Amount amount = backlog.amount();
            while (!amount.none()) {
                if (System.nanoTime() > deadline) {
                    out.println("still on its way: " + amount);
                    return;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
                amount = backlog.amount();
            }
        }
    }

    private static long percentile(long[] sorted, int percent) {
        if (sorted.length == 0) {
            return -1;
        }
        int index = (int) Math.ceil(sorted.length * percent / 100.0) - 1;
        return Duration.ofNanos(sorted[Math.max(0, index)]).toMillis();
    }
}
