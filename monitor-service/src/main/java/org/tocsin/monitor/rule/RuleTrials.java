package org.tocsin.monitor.rule;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.detect.InvalidRuleException;
import org.tocsin.monitor.detect.RuleDefinition;
import org.tocsin.monitor.reading.DocumentReader;
import org.tocsin.platform.problem.ProblemException;

import com.fasterxml.jackson.databind.JsonNode;

/** Makes readers for rules that nobody reads with yet. */
@ApplicationScoped
public class RuleTrials {

    private final RuleRepository rules;
    private final RuleSource source;
    private final LiveReader reader;

    RuleTrials(RuleRepository rules, RuleSource source, LiveReader reader) {
        this.rules = rules;
        this.source = source;
        this.reader = reader;
    }

    /**
     * A trial of a rule that somebody sent.
     *
     * @throws ProblemException 422 when it does not compile
     */
    @Transactional
    public RuleTrial of(JsonNode definition) {
        return trial(source.check(definition));
    }

    /**
     * A trial of a stored rule.
     *
     * @param version one of its versions, null for the newest
     * @throws ProblemException 404 when there is none, 422 when it does not compile any more
     */
    @Transactional
    public RuleTrial of(String id, @Nullable Integer version) {
        StoredRule stored = rules.versions(id).stream()
                .filter(rule -> version == null || rule.version() == version)
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("There is no rule of this id, or no such version."));
        return trial(source.check(stored.definition()));
    }

    private RuleTrial trial(RuleDefinition definition) {
        DocumentReader candidate;
        try {
            candidate = reader.current().withRules(List.of(definition));
        } catch (InvalidRuleException e) {
            throw RuleSource.problem(e);
        }
        StoredRule live =
                rules.find(definition.id()).filter(StoredRule::enabled).orElse(null);
        if (live == null) {
            return new RuleTrial(definition.id(), candidate, null, null);
        }
        try {
            RuleDefinition read = source.read(live.definition());
            return new RuleTrial(definition.id(), candidate, live.version(), candidate.withRules(List.of(read)));
        } catch (InvalidRuleException brokenByVocabulary) {
            // It is not used for reading either.
            return new RuleTrial(definition.id(), candidate, null, null);
        }
    }
}
