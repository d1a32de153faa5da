package org.tocsin.benchmarks.detect;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tocsin.monitor.text.Analyzers;
import org.tocsin.monitor.text.TextAnalyzer;
import org.tocsin.monitor.text.Tokens;

/**
 * Documents per second of our rule engine and of Lucene Monitor: the same generated rules, the same analysed documents
 * of about 500 words, one thread. Before anything is measured, both must find the same.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class RulesBenchmark {

    private static final int DOCUMENTS = 2_000;
    private static final int WORDS = 500;
    private static final int BATCH = 500;
    private static final long SEED = 42;

    /** How many rules. */
    @Param({"1000", "10000"})
    public int rules;

    private final TextAnalyzer analyzer = new Analyzers().of(TocsinRules.LANGUAGE);
    private List<String> texts;
    private List<Tokens> documents;
    private TocsinRules tocsin;
    private MonitorRules monitor;
    private int next;

    /** Makes documents and rules, and compares what the engines find. */
    @Setup
    public void prepare() {
        Generator generator = new Generator(SEED);
        texts = generator.texts(DOCUMENTS, WORDS);
        documents = texts.stream().map(text -> analyzer.analyze("", text)).toList();
        List<GeneratedRule> generated = generator.rules(rules);
        tocsin = new TocsinRules(generated, new Analyzers());
        monitor = new MonitorRules(generated);
        int hits = Agreement.of(tocsin, monitor, documents, BATCH);
        System.out.printf("%d rules, %d documents, %d hits, the same in both%n", rules, DOCUMENTS, hits);
    }

    /** Ends Lucene's threads. */
    @TearDown
    public void close() {
        monitor.close();
    }

    /** Analysis alone: what remains if rules cost nothing. */
    @Benchmark
    public Object analysis() {
        return analyzer.analyze("", texts.get(nextDocument()));
    }

    /** Our engine on analysed documents. */
    @Benchmark
    public Object tocsin() {
        return tocsin.detect(documents.get(nextDocument()));
    }

    /** Our engine, analysis included. */
    @Benchmark
    public Object tocsinFromText() {
        return tocsin.detect(analyzer.analyze("", texts.get(nextDocument())));
    }

    /** Lucene Monitor, one document after the other. */
    @Benchmark
    public Object monitor() {
        return monitor.match(documents.get(nextDocument()));
    }

    /** Lucene Monitor, analysis included. */
    @Benchmark
    public Object monitorFromText() {
        return monitor.match(analyzer.analyze("", texts.get(nextDocument())));
    }

    /** Lucene Monitor in batches of 500, its fastest way; the figure is documents, not batches, per second. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public Object monitorInBatches() {
        next = (next + BATCH) % DOCUMENTS;
        return monitor.match(documents.subList(next, next + BATCH));
    }

    /** Lucene Monitor in batches of 500, analysis included. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public Object monitorInBatchesFromText() {
        next = (next + BATCH) % DOCUMENTS;
        return monitor.match(texts.subList(next, next + BATCH).stream()
                .map(text -> analyzer.analyze("", text))
                .toList());
    }

    private int nextDocument() {
        next = (next + 1) % DOCUMENTS;
        return next;
    }
}
