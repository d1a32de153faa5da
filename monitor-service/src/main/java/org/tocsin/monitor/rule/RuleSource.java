package org.tocsin.monitor.rule;

import java.util.Set;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.tocsin.monitor.detect.InvalidRuleException;
import org.tocsin.monitor.detect.RuleDefinition;
import org.tocsin.monitor.request.FieldErrors;
import org.tocsin.monitor.rulebook.RuleReader;
import org.tocsin.monitor.rulebook.Rulebook;
import org.tocsin.platform.problem.ProblemException;

import com.fasterxml.jackson.databind.JsonNode;

/** Understands rules as people write them, with the vocabulary that comes with Tocsin. */
@ApplicationScoped
class RuleSource {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");
    private static final Pattern CATEGORY = Pattern.compile("[A-Z][A-Z_]{2,49}");

    /** Addresses below {@code /api/v1/rules} that are no rules. */
    private static final Set<String> RESERVED = Set.of("backtest", "backtests", "precision");

    private final Rulebook rulebook = Rulebook.bundled();
    private final RuleReader reader = new RuleReader(rulebook.vocabulary());

    /** What comes with Tocsin. */
    Rulebook rulebook() {
        return rulebook;
    }

    /** The id that a rule gives itself, empty when it gives none. */
    static String id(JsonNode source) {
        return source.path("id").asText("");
    }

    /** @throws InvalidRuleException when the source is no rule */
    RuleDefinition read(JsonNode source) {
        return reader.rule(source);
    }

    /**
     * Reads a rule that somebody sent.
     *
     * @throws ProblemException 422 with a pointer to every part that is wrong
     */
    RuleDefinition check(JsonNode source) {
        FieldErrors errors = new FieldErrors();
        errors.require(source.isObject(), "", "A rule is an object.");
        errors.require(ID.matcher(id(source)).matches(), "/id", "The id is made of lower-case letters, digits and -.");
        errors.require(!RESERVED.contains(id(source)), "/id", "The id is a word of the API.");
        errors.require(
                CATEGORY.matcher(source.path("category").asText("")).matches(),
                "/category",
                "The category is made of capital letters and _, such as MASS_ARREST.");
        errors.throwIfAny();
        try {
            return read(source);
        } catch (InvalidRuleException e) {
            throw problem(e);
        }
    }

    static ProblemException problem(InvalidRuleException invalid) {
        return ProblemException.invalid(
                "The rule cannot be used; see the errors.",
                invalid.problems().stream()
                        .map(problem -> new ProblemException.FieldError(problem.pointer(), problem.sentence()))
                        .toList());
    }
}
