package org.tocsin.monitor.reading;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.tocsin.monitor.detect.Detection;
import org.tocsin.monitor.detect.RuleCompiler;
import org.tocsin.monitor.detect.RuleDefinition;
import org.tocsin.monitor.detect.RuleSet;
import org.tocsin.monitor.figure.Figure;
import org.tocsin.monitor.figure.FigureReader;
import org.tocsin.monitor.language.LanguageIdentifier;
import org.tocsin.monitor.place.EventLocator;
import org.tocsin.monitor.place.GazetteerReader;
import org.tocsin.monitor.rulebook.Rulebook;
import org.tocsin.monitor.text.Analyzers;
import org.tocsin.monitor.text.Tokens;

/**
 * Reads reports. Immutable and thread-safe; a changed rule makes a new reader by {@link #withRules}, which shares all
 * that rules do not touch and takes well under a second.
 */
public final class DocumentReader {

    private final Tools tools;
    private final RuleSet rules;

    /** What does not depend on rules. */
    private record Tools(
            Analyzers analyzers,
            LanguageIdentifier languages,
            FigureReader figures,
            EventLocator locator,
            Rulebook rulebook) {}

    private DocumentReader(Tools tools, RuleSet rules) {
        this.tools = tools;
        this.rules = rules;
    }

    /**
     * A reader with the bundled vocabulary and gazetteer, and with these rules.
     *
     * @throws org.tocsin.monitor.detect.InvalidRuleException if a rule cannot be compiled
     */
    public static DocumentReader of(Rulebook rulebook, List<RuleDefinition> rules) {
        Analyzers analyzers = new Analyzers();
        Tools tools = new Tools(
                analyzers,
                new LanguageIdentifier(),
                new FigureReader(),
                new EventLocator(GazetteerReader.bundled(analyzers), rulebook.vocabulary(), analyzers),
                rulebook);
        return new DocumentReader(tools, RuleCompiler.compile(rulebook.vocabulary(), rules, analyzers));
    }

    /** A reader with everything that comes with Tocsin. */
    public static DocumentReader bundled() {
        Rulebook rulebook = Rulebook.bundled();
        return of(rulebook, rulebook.rules());
    }

    /**
     * The same reader with other rules.
     *
     * @throws org.tocsin.monitor.detect.InvalidRuleException if a rule cannot be compiled
     */
    public DocumentReader withRules(List<RuleDefinition> other) {
        return new DocumentReader(tools, RuleCompiler.compile(tools.rulebook.vocabulary(), other, tools.analyzers));
    }

    /** Reads a report. Takes time in proportion to its length and never fails on what it says. */
    public Reading read(Report report) {
        String language =
                tools.languages.identify(report.title(), report.text(), report.language(), report.sourceCountry());
        // A report that is nothing but a headline carries its figures there.
        String counted = report.text().isBlank() ? report.title() : report.text();
        FigureReader.Counts counts = tools.figures.readAll(counted, language, report.publishedAt());
        if (!tools.analyzers.knows(language)) {
            return new Reading(language, List.of(), counts.figures(), List.of());
        }
        Tokens tokens = tools.analyzers.of(language).analyze(report.title(), report.text());
        FigureTokens located =
                FigureTokens.locate(counts.figures(), tokens, report.text().isBlank());
        List<Detection> detections = rules.detect(
                Analyzers.base(language),
                tokens,
                located.quantities(),
                report.publishedAt().atZone(ZoneOffset.UTC).getYear());
        FigureTokens open =
                FigureTokens.locate(counts.open(), tokens, report.text().isBlank());
        List<Figure> figures = new Attribution(tokens, detections).attribute(located, open);
        FigureTokens all = FigureTokens.locate(figures, tokens, report.text().isBlank());
        return assemble(report, language, tokens, all, detections);
    }

    private Reading assemble(
            Report report, String language, Tokens tokens, FigureTokens figures, List<Detection> detections) {
        List<Signal> signals = new ArrayList<>();
        List<Rejection> rejected = new ArrayList<>();
        Quotes quotes = new Quotes(report, tokens);
        EventLocator.Landscape landscape = null;
        for (Detection detection : detections) {
            if (detection.fired()) {
                if (landscape == null) {
                    landscape = tools.locator.read(language, tokens, report.title(), report.text());
                }
                signals.add(SignalAssembler.signal(report, detection, quotes, figures, landscape));
            } else if (!detection.matches().isEmpty() || !detection.guarded().isEmpty()) {
                rejected.add(SignalAssembler.rejection(detection, quotes));
            }
        }
        return new Reading(language, signals, figures.figures(), rejected);
    }
}
