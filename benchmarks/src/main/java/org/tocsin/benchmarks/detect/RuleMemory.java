package org.tocsin.benchmarks.detect;

import java.io.PrintStream;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import org.tocsin.monitor.text.Analyzers;

/** How much heap 10,000 compiled rules take, and how long compiling them takes; beside them Lucene Monitor. */
public final class RuleMemory {

    private static final int RULES = 10_000;
    private static final long SEED = 42;
    private static final int ROUNDS = 5;

    private RuleMemory() {}

    /** Measures and prints; no arguments. */
    public static void main(String[] arguments) {
        PrintStream out = System.out;
        for (int round = 0; round < ROUNDS; round++) {
            // Both start with analyzers in use, which every service has.
            Analyzers analyzers = new Analyzers();
            new TocsinRules(new Generator(1).rules(10), analyzers);
            List<GeneratedRule> rules = new Generator(SEED).rules(RULES);
            long before = used();
            long begun = System.nanoTime();
            TocsinRules ours = new TocsinRules(rules, analyzers);
            long compiled = System.nanoTime() - begun;
            long between = used();
            Reference.reachabilityFence(ours);
            begun = System.nanoTime();
            try (MonitorRules theirs = new MonitorRules(rules)) {
                long registered = System.nanoTime() - begun;
                long after = used();
                Reference.reachabilityFence(theirs);
                Reference.reachabilityFence(ours);
                out.printf(
                        "%d rules: Tocsin %.1f MiB, %d ms; Lucene Monitor %.1f MiB, %d ms%n",
                        RULES,
                        mebibytes(between - before),
                        Duration.ofNanos(compiled).toMillis(),
                        mebibytes(after - between),
                        Duration.ofNanos(registered).toMillis());
            }
            Reference.reachabilityFence(rules);
        }
    }

    private static double mebibytes(long bytes) {
        return bytes / 1024.0 / 1024.0;
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
