package org.tocsin.benchmarks.detect;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tocsin.monitor.figure.FigureReader;
import org.tocsin.monitor.language.LanguageIdentifier;
import org.tocsin.monitor.reading.DocumentReader;
import org.tocsin.monitor.reading.Report;
import org.tocsin.monitor.text.Analyzers;

/** The whole reading of 3 KB reports in all languages with everything that comes with Tocsin, and its parts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
public class ReadingBenchmark {

    private static final int REPORTS = 900;

    private final DocumentReader reader = DocumentReader.bundled();
    private final FigureReader figures = new FigureReader();
    private final LanguageIdentifier identifier = new LanguageIdentifier();
    private final Analyzers analyzers = new Analyzers();
    private final List<Report> reports = Reports.make(REPORTS);
    private String[] languages;
    private int next;

    /** Counts what is found, so that a reader that finds nothing does not look fast. */
    @Setup
    public void prepare() {
        languages =
                reports.stream().map(report -> reader.read(report).language()).toArray(String[]::new);
        long signals = reports.stream()
                .filter(report -> !reader.read(report).signals().isEmpty())
                .count();
        long counted = reports.stream()
                .mapToLong(report -> reader.read(report).figures().size())
                .sum();
        System.out.printf("%d reports, %d with signals, %d figures%n", REPORTS, signals, counted);
    }

    /** Language, words, rules, figures and places of one report. */
    @Benchmark
    public Object reading() {
        return reader.read(reports.get(nextReport()));
    }

    /** The language alone. */
    @Benchmark
    public Object language() {
        Report report = reports.get(nextReport());
        return identifier.identify(report.title(), report.text(), null, null);
    }

    /** The words alone. */
    @Benchmark
    public Object analysis() {
        Report report = reports.get(nextReport());
        return analyzers.of(languages[next]).analyze(report.title(), report.text());
    }

    /** The figures alone. */
    @Benchmark
    public Object figures() {
        Report report = reports.get(nextReport());
        return figures.read(report.text(), languages[next], report.publishedAt());
    }

    private int nextReport() {
        next = (next + 1) % REPORTS;
        return next;
    }
}
