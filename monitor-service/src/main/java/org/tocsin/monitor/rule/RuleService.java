package org.tocsin.monitor.rule;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.detect.InvalidRuleException;
import org.tocsin.monitor.detect.RuleDefinition;
import org.tocsin.monitor.rule.StoredRule.Origin;
import org.tocsin.platform.problem.ProblemException;
import org.tocsin.platform.version.EntityTags;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Changes rules: every change is a version, and only what compiles is taken. */
@ApplicationScoped
@Transactional
class RuleService {

    private final RuleRepository rules;
    private final RuleSource source;
    private final LiveReader reader;
    private final Clock clock;

    RuleService(RuleRepository rules, RuleSource source, LiveReader reader, Clock clock) {
        this.rules = rules;
        this.source = source;
        this.reader = reader;
        this.clock = clock;
    }

    List<RuleSummary> list() {
        return rules.all().stream().map(RuleSummary::from).toList();
    }

    RuleView get(String id) {
        return RuleView.from(rules.find(id).orElseThrow(RuleService::unknown));
    }

    List<RuleView> versions(String id) {
        List<RuleView> versions =
                rules.versions(id).stream().map(RuleView::from).toList();
        if (versions.isEmpty()) {
            throw unknown();
        }
        return versions;
    }

    /** One version of a rule. */
    RuleView version(String id, int version) {
        return RuleView.from(stored(id, version));
    }

    /**
     * What is different between two versions.
     *
     * @param from null for the version before the other
     */
    RuleDiffView diff(String id, int to, @Nullable Integer from) {
        StoredRule later = stored(id, to);
        if (from != null) {
            return RuleDiffView.between(stored(id, from), later);
        }
        // Versions of seeds may leave numbers out.
        StoredRule before = rules.versions(id).stream()
                .filter(rule -> rule.version() < to)
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("The rule has no version before this one."));
        return RuleDiffView.between(before, later);
    }

    private StoredRule stored(String id, int version) {
        return rules.versions(id).stream()
                .filter(rule -> rule.version() == version)
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("There is no rule of this id, or no such version."));
    }

    /**
     * Adds a rule.
     *
     * @throws ProblemException 422 when it does not compile, 409 when there is a rule of this id
     */
    RuleView add(JsonNode definition, String user) {
        compile(definition);
        String id = RuleSource.id(definition);
        if (rules.find(id).isPresent()) {
            throw ProblemException.conflict("There is a rule of this id already.");
        }
        return store(id, 1, true, definition, user);
    }

    /** Puts another definition in the place of a rule's present one, and enables it. */
    RuleView change(String id, JsonNode definition, @Nullable String ifMatch, String user) {
        StoredRule present = rules.findForChange(id).orElseThrow(RuleService::unknown);
        EntityTags.check(ifMatch, present.version());
        if (definition instanceof ObjectNode object && !object.has("id")) {
            object.put("id", id);
        }
        if (!RuleSource.id(definition).equals(id)) {
            throw ProblemException.conflict("The definition has another id than its address.");
        }
        compile(definition);
        return store(id, present.version() + 1, true, definition, user);
    }

    /** Keeps the rule and looks for it no longer. */
    void disable(String id, @Nullable String ifMatch, String user) {
        StoredRule present = rules.findForChange(id).orElseThrow(RuleService::unknown);
        EntityTags.check(ifMatch, present.version());
        if (present.enabled()) {
            store(id, present.version() + 1, false, present.definition(), user);
        }
    }

    private void compile(JsonNode definition) {
        RuleDefinition rule = source.check(definition);
        try {
            reader.current().withRules(List.of(rule));
        } catch (InvalidRuleException e) {
            throw RuleSource.problem(e);
        }
    }

    private RuleView store(String id, int version, boolean enabled, JsonNode definition, String user) {
        ((ObjectNode) definition).put("version", version);
        StoredRule rule = new StoredRule(id, version, enabled, Origin.PEOPLE, definition, clock.instant(), user);
        rules.add(rule, null);
        return RuleView.from(rule);
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("There is no rule of this id.");
    }
}
