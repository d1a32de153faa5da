package org.tocsin.standalone;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** What the other modules take from the platform's test kit; this module is built before there is one. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.tocsin.standalone");

    @Test
    void featuresHaveNoCycles() {
        slices().matching("org.tocsin.standalone.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void onlyCommandsMakeAClock() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..standalone.command")
                .should()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(LocalDateTime.class)
                .check(CLASSES);
    }

    /** The service commands run servers; what can be embedded must not know that there is a command line. */
    @Test
    void onlyCommandsKnowTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..standalone.command")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..", "org.tocsin.standalone.command..")
                .check(CLASSES);
    }

    @Test
    void packagesAreNamedAfterFeatures() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..dto..", "..impl..", "..manager..", "..helper..", "..common..")
                .check(CLASSES);
    }

    @Test
    void writesToWhatItIsGiven() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(CLASSES);
    }
}
