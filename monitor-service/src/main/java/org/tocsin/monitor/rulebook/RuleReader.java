package org.tocsin.monitor.rulebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.detect.Combination;
import org.tocsin.monitor.detect.Deference;
import org.tocsin.monitor.detect.FigureCondition;
import org.tocsin.monitor.detect.Guard;
import org.tocsin.monitor.detect.InvalidRuleException;
import org.tocsin.monitor.detect.RuleDefinition;
import org.tocsin.monitor.detect.RuleProblem;
import org.tocsin.monitor.detect.Vocabulary;
import org.tocsin.monitor.detect.WeightedPattern;
import org.tocsin.monitor.detect.Within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;

/** Reads rules written in YAML or JSON. {@code docs/writing-rules.md} describes the format. */
public final class RuleReader {

    /** The one version of the format so far. */
    static final int FORMAT = 1;

    static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory().enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL));

    private static final Set<String> RULE_FIELDS = Set.of(
            "format",
            "id",
            "version",
            "category",
            "title",
            "note",
            "threshold",
            "patterns",
            "sets",
            "combinations",
            "guards",
            "figure",
            "window",
            "yieldsTo",
            "yieldsUncountedTo",
            "yieldsUncountedToTitleOf");
    private static final Set<String> COMBINATION_FIELDS =
            Set.of("name", "weight", "all", "within", "none", "languages", "note");
    private static final Set<String> FIGURE_FIELDS = Set.of("actions", "fireFrom", "vetoBelow", "none");

    private final Vocabulary vocabulary;

    /** @param vocabulary what rules may refer to */
    public RuleReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * Reads one rule.
     *
     * @param source YAML or JSON
     * @throws InvalidRuleException with everything that is wrong
     */
    public RuleDefinition read(String source) {
        return rule(parse("rule", source));
    }

    /** Reads one rule that has been parsed already, for instance the body of a request. */
    public RuleDefinition rule(JsonNode source) {
        List<RuleProblem> problems = new ArrayList<>();
        Fields fields = new Fields(source, "", problems);
        fields.allow(RULE_FIELDS);
        checkFormat(fields);
        FigureCondition figure = figure(fields);
        RuleDefinition rule = new RuleDefinition(
                fields.text("id", null),
                (int) fields.number("version", 1),
                fields.text("category", null),
                fields.text("title", null),
                fields.number("threshold", 1.0),
                patterns(fields),
                sets(fields),
                fields.objects("combinations").stream()
                        .map(RuleReader::combination)
                        .toList(),
                guards(fields, "guards", vocabulary),
                figure,
                fields.has("window")
                        ? WindowReader.window(fields.child("window"), figure == null ? Set.of() : figure.actions())
                        : null,
                new Deference(
                        fields.texts("yieldsTo"),
                        fields.texts("yieldsUncountedTo"),
                        fields.texts("yieldsUncountedToTitleOf")));
        if (!problems.isEmpty()) {
            throw new InvalidRuleException(rule.id().isEmpty() ? "rule" : rule.id(), problems);
        }
        return rule;
    }

    static void checkFormat(Fields fields) {
        if (fields.number("format", FORMAT) != FORMAT) {
            fields.problem("/format", "Only format " + FORMAT + " is known.");
        }
    }

    /** @throws InvalidRuleException with the line if this is not YAML */
    static JsonNode parse(String name, String source) {
        try {
            JsonNode tree = YAML.readTree(source);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (JsonProcessingException e) {
            String line =
                    e.getLocation() == null ? "" : "Line " + e.getLocation().getLineNr() + ": ";
            throw new InvalidRuleException(
                    name, List.of(new RuleProblem("", line + "this is not well-formed YAML or JSON.")));
        }
    }

    static Map<String, Map<String, List<String>>> sets(Fields fields) {
        Map<String, Map<String, List<String>>> sets = new LinkedHashMap<>();
        fields.named("sets").forEach((name, set) -> sets.put(name, set.textsByKey(Set.of("note"))));
        return sets;
    }

    private static Map<String, List<WeightedPattern>> patterns(Fields fields) {
        Map<String, List<WeightedPattern>> patterns = new LinkedHashMap<>();
        if (fields.has("patterns")) {
            Fields byLanguage = fields.child("patterns");
            for (String language : byLanguage.names()) {
                patterns.put(
                        language,
                        byLanguage.objects(language).stream()
                                .map(p -> new WeightedPattern(p.text("match", null), p.number("weight", 1.0)))
                                .toList());
            }
        }
        return patterns;
    }

    private static Combination combination(Fields fields) {
        fields.allow(COMBINATION_FIELDS);
        List<List<String>> all = fields.texts("all").stream()
                .map(group -> List.of(group.split("\\s*\\|\\s*")))
                .toList();
        return new Combination(
                fields.text("name", null),
                fields.number("weight", 1.0),
                all,
                within(fields),
                fields.texts("none"),
                new HashSet<>(fields.texts("languages")));
    }

    private static Within within(Fields fields) {
        JsonNode node = fields.node("within");
        if (node.isInt()) {
            return new Within.Words(node.intValue());
        }
        return switch (fields.text("within", "sentence")) {
            case "sentence" -> new Within.Sentence();
            case "nearby" -> new Within.Nearby();
            case "document" -> new Within.Document();
            default -> {
                fields.problem("/within", "'within' is a number of words, 'sentence', 'nearby' or 'document'.");
                yield new Within.Sentence();
            }
        };
    }

    static List<Guard> guards(Fields fields, String name, Vocabulary vocabulary) {
        List<Guard> guards = new ArrayList<>();
        JsonNode list = fields.node(name);
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).isTextual()) {
                List<Guard> group = vocabulary.guards().get(list.get(i).textValue());
                if (group == null) {
                    fields.problem("/" + name + "/" + i, "There is no group of guards with this name.");
                } else {
                    guards.addAll(group);
                }
            } else {
                guards.add(GuardReader.guard(fields.element(name, i)));
            }
        }
        return guards;
    }

    private static @Nullable FigureCondition figure(Fields fields) {
        if (!fields.has("figure")) {
            return null;
        }
        Fields figure = fields.child("figure");
        figure.allow(FIGURE_FIELDS);
        return new FigureCondition(
                new HashSet<>(figure.texts("actions")),
                figure.has("fireFrom") ? (long) figure.number("fireFrom", 0) : null,
                (long) figure.number("vetoBelow", 0),
                figure.texts("none"));
    }
}
