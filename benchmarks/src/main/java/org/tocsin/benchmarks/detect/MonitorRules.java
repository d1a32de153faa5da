package org.tocsin.benchmarks.detect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultiMatchingQueries;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.queries.spans.SpanNearQuery;
import org.apache.lucene.queries.spans.SpanQuery;
import org.apache.lucene.queries.spans.SpanTermQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.tocsin.monitor.text.Tokens;

/** Generated rules as queries of Lucene Monitor, with the presearcher that its makers recommend. */
final class MonitorRules implements AutoCloseable {

    private static final String FIELD = "text";

    private final Monitor monitor;

    MonitorRules(List<GeneratedRule> rules) {
        try {
            monitor = new Monitor(new KeywordAnalyzer(), new TermFilteredPresearcher());
            monitor.register(rules.stream()
                    .map(rule -> new MonitorQuery(rule.id(), query(rule)))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MatchingQueries<QueryMatch> match(Tokens tokens) {
        try {
            return monitor.match(document(tokens), QueryMatch.SIMPLE_MATCHER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MultiMatchingQueries<QueryMatch> match(List<Tokens> batch) {
        try {
            Document[] documents = batch.stream().map(MonitorRules::document).toArray(Document[]::new);
            return monitor.match(documents, QueryMatch.SIMPLE_MATCHER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> fired(Tokens tokens) {
        Set<String> fired = new TreeSet<>();
        match(tokens).getMatches().forEach(match -> fired.add(match.getQueryId()));
        return fired;
    }

    /** The rules that fire on each document of a batch. */
    List<Set<String>> fired(List<Tokens> batch) {
        MultiMatchingQueries<QueryMatch> matches = match(batch);
        List<Set<String>> fired = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            Set<String> ids = new TreeSet<>();
            matches.getMatches(i).forEach(match -> ids.add(match.getQueryId()));
            fired.add(ids);
        }
        return fired;
    }

    private static Document document(Tokens tokens) {
        Document document = new Document();
        document.add(new TextField(FIELD, new SentenceStream(tokens)));
        return document;
    }

    private static Query query(GeneratedRule rule) {
        if (rule instanceof GeneratedRule.Phrases phrases) {
            BooleanQuery.Builder any = new BooleanQuery.Builder();
            phrases.phrases()
                    .forEach(words -> any.add(new PhraseQuery(FIELD, words.toArray(String[]::new)), Occur.SHOULD));
            return any.build();
        }
        if (rule instanceof GeneratedRule.Near near) {
            SpanQuery[] words = {span(near.one()), span(near.other())};
            return new SpanNearQuery(words, near.words(), false);
        }
        GeneratedRule.Both both = (GeneratedRule.Both) rule;
        return new BooleanQuery.Builder()
                .add(any(both.oneOf()), Occur.MUST)
                .add(any(both.andOneOf()), Occur.MUST)
                .add(new TermQuery(new Term(FIELD, both.not())), Occur.MUST_NOT)
                .build();
    }

    private static SpanQuery span(String word) {
        return new SpanTermQuery(new Term(FIELD, word));
    }

    private static Query any(List<String> words) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        words.forEach(word -> any.add(new TermQuery(new Term(FIELD, word)), Occur.SHOULD));
        return any.build();
    }

    @Override
    public void close() {
        try {
            monitor.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
