package org.tocsin.benchmarks.detect;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

import org.tocsin.monitor.reading.DocumentReader;
import org.tocsin.monitor.reading.Report;
import org.tocsin.monitor.text.Analyzers;
import org.tocsin.monitor.text.TextAnalyzer;
import org.tocsin.monitor.text.Tokens;

/**
 * What {@link RulesBenchmark} and {@link ReadingBenchmark} measure, in documents per second of one thread's CPU time: for
 * machines that do other things as well, where the time on the wall says little. Engines take turns, the best of the
 * rounds counts.
 */
public final class CpuTime {

    private static final int DOCUMENTS = 2_000;
    private static final int WORDS = 500;
    private static final int BATCH = 500;
    private static final int REPORTS = 900;
    private static final int ROUNDS = 4;
    private static final long ROUND = 1_500_000_000L;
    private static final double NANOS = 1e9;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final PrintStream out;
    private final Map<String, Double> best = new LinkedHashMap<>();

    private CpuTime(PrintStream out) {
        this.out = out;
    }

    /** @param arguments numbers of rules, 1000 and 10000 by default */
    public static void main(String[] arguments) {
        List<String> counts = arguments.length > 0 ? List.of(arguments) : List.of("1000", "10000");
        for (String count : counts) {
            new CpuTime(System.out).rules(Integer.parseInt(count));
        }
        new CpuTime(System.out).reading();
    }

    private void rules(int count) {
        Generator generator = new Generator(42);
        TextAnalyzer analyzer = new Analyzers().of(TocsinRules.LANGUAGE);
        List<String> texts = generator.texts(DOCUMENTS, WORDS);
        List<Tokens> documents =
                texts.stream().map(text -> analyzer.analyze("", text)).toList();
        List<GeneratedRule> rules = generator.rules(count);
        TocsinRules tocsin = new TocsinRules(rules, new Analyzers());
        try (MonitorRules monitor = new MonitorRules(rules)) {
            int hits = Agreement.of(tocsin, monitor, documents, BATCH);
            out.printf(
                    "%d rules, %.1f of them fire on a document, the same in both%n", count, (double) hits / DOCUMENTS);
            for (int round = 0; round < ROUNDS; round++) {
                time("analysis", 1, i -> analyzer.analyze("", texts.get(i % DOCUMENTS)));
                time("tocsin", 1, i -> tocsin.detect(documents.get(i % DOCUMENTS)));
                time("tocsin from text", 1, i -> tocsin.detect(analyzer.analyze("", texts.get(i % DOCUMENTS))));
                time("monitor", 1, i -> monitor.match(documents.get(i % DOCUMENTS)));
                time("monitor from text", 1, i -> monitor.match(analyzer.analyze("", texts.get(i % DOCUMENTS))));
                time("monitor in batches", BATCH, i -> monitor.match(batch(documents, i)));
            }
        }
        print();
    }

    private static List<Tokens> batch(List<Tokens> documents, int number) {
        int from = number % (DOCUMENTS / BATCH) * BATCH;
        return documents.subList(from, from + BATCH);
    }

    private void reading() {
        List<Report> reports = Reports.make(REPORTS);
        DocumentReader reader = DocumentReader.bundled();
        for (int round = 0; round < ROUNDS; round++) {
            time("reading of 3 KB, all languages", 1, i -> reader.read(reports.get(i % REPORTS)));
        }
        print();
    }

    private void time(String name, int documents, IntConsumer work) {
        long begun = THREADS.getCurrentThreadCpuTime();
        long spent = 0;
        int count = 0;
        while (spent < ROUND) {
            work.accept(count++);
            if (documents > 1 || count % REPORTS == 0) {
                spent = THREADS.getCurrentThreadCpuTime() - begun;
            }
        }
        best.merge(name, count * documents * NANOS / spent, Math::max);
    }

    private void print() {
        best.forEach((name, perSecond) -> out.printf("  %-32s %,10.0f documents/s%n", name, perSecond));
    }
}
