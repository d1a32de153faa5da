package org.tocsin.monitor;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.platform.testing.HouseRules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;

class ArchitectureTest {

    private static final String ROOT = "org.tocsin.monitor";
    private static final JavaClasses CLASSES = HouseRules.classesBelow(ROOT);

    static Stream<ArchRule> rules() {
        return HouseRules.rules(
                ROOT,
                "article",
                "content",
                "detect",
                "figure",
                "language",
                "parse",
                "place",
                "reading",
                "rulebook",
                "series",
                "text",
                "window.Mention",
                "window.WindowWatch");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void followsTheHouseRules(ArchRule rule) {
        rule.check(CLASSES);
    }
}
