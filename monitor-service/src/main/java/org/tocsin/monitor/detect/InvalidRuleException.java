package org.tocsin.monitor.detect;

import java.util.List;
import java.util.stream.Collectors;

/** A rule or vocabulary that cannot be compiled; lists everything that is wrong with it. */
public final class InvalidRuleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<RuleProblem> problems;

    /** @param name the rule's id or the file's name */
    public InvalidRuleException(String name, List<RuleProblem> problems) {
        super(name + ": "
                + problems.stream().map(p -> p.pointer() + " " + p.sentence()).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    public List<RuleProblem> problems() {
        return problems;
    }
}
