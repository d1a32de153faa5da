package org.tocsin.benchmarks.detect;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.monitor.text.Analyzers;
import org.tocsin.monitor.text.TextAnalyzer;
import org.tocsin.monitor.text.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Our rule engine finds exactly what Lucene Monitor finds, for rules that both can express. */
class LuceneMonitorAgreementTest {

    private static final TextAnalyzer ANALYZER = new Analyzers().of(TocsinRules.LANGUAGE);
    private static final int BATCH = 100;

    private static List<Tokens> analysed(List<String> texts) {
        return texts.stream().map(text -> ANALYZER.analyze("", text)).toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsTheSame(long seed) {
        Generator generator = new Generator(seed);
        List<Tokens> documents = analysed(generator.texts(200, 500));
        List<GeneratedRule> rules = generator.rules(2_000);

        try (MonitorRules monitor = new MonitorRules(rules)) {
            int hits = Agreement.of(new TocsinRules(rules, new Analyzers()), monitor, documents, BATCH);

            assertThat(hits).isGreaterThan(documents.size());
        }
    }

    /** A long text, in which one rule is met far more often than a trace can show. */
    @Test
    void findsTheSameInLongDocuments() {
        Generator generator = new Generator(4);
        List<Tokens> documents = analysed(generator.texts(5, 40_000));
        List<GeneratedRule> rules = generator.rules(1_000);

        try (MonitorRules monitor = new MonitorRules(rules)) {
            int hits = Agreement.of(new TocsinRules(rules, new Analyzers()), monitor, documents, documents.size());

            assertThat(hits).isGreaterThan(1_000);
        }
    }

    @Test
    void noticesADifference() {
        List<Tokens> documents = analysed(List.of("one two three"));
        GeneratedRule near = new GeneratedRule.Near("near", "one", "three", 1);
        GeneratedRule nearer = new GeneratedRule.Near("near", "one", "three", 0);

        try (MonitorRules monitor = new MonitorRules(List.of(near))) {
            TocsinRules stricter = new TocsinRules(List.of(nearer), new Analyzers());

            assertThatThrownBy(() -> Agreement.of(stricter, monitor, documents, BATCH))
                    .hasMessageContaining("only ours [], only Lucene Monitor's [near]");
        }
    }
}
