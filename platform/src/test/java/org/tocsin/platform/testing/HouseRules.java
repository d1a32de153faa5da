package org.tocsin.platform.testing;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.SimpleConditionEvent.satisfied;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The house style, as far as compiled classes show it. Each module's {@code ArchitectureTest} holds itself against it. */
public final class HouseRules {

    private static final String PATH = "jakarta.ws.rs.Path";
    private static final String ENTITY = "jakarta.persistence.Entity";
    private static final String TRANSACTIONAL = "jakarta.transaction.Transactional";
    private static final String RETRY = "org.eclipse.microprofile.faulttolerance.Retry";

    private static final String[] FRAMEWORKS = {
        "jakarta..",
        "io.quarkus..",
        "io.smallrye..",
        "io.vertx..",
        "org.hibernate..",
        "org.eclipse.microprofile..",
        "org.apache.kafka..",
        "java.sql..",
        "javax.sql.."
    };

    private HouseRules() {}

    /** The classes below the package, without tests. */
    public static JavaClasses classesBelow(String root) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
    }

    /**
     * The rules for the module whose features are the packages directly below {@code root}.
     *
     * @param pure what is domain logic and nothing else: features, or single types as {@code feature.Type}
     */
    public static Stream<ArchRule> rules(String root, String... pure) {
        Stream<ArchRule> general = Stream.of(
                injectsThroughConstructors(),
                asksTheClock(),
                resourcesSpeakHttpOnly(),
                resourcesReturnNoEntities(),
                onlyTheOutboxSends(),
                featuresHaveNoCycles(root),
                packagesAreNamedAfterFeatures(),
                packagesAreNullMarked(),
                entitiesHideTheirFields(),
                settingsStayInTheirFeature(),
                retriesAreOutsideOfTransactions(),
                logsThroughOneApi());
        return Stream.concat(general, Arrays.stream(pure).map(name -> knowsNoFramework(root + "." + name)));
    }

    /** A name that nothing has, say after a renaming, breaks this rule too. */
    private static ArchRule knowsNoFramework(String packageOrType) {
        return noClasses()
                .that()
                .haveNameMatching(Pattern.quote(packageOrType) + "([.$].+)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FRAMEWORKS)
                .because("domain logic is tested and reasoned about without a container");
    }

    private static ArchRule injectsThroughConstructors() {
        return noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("jakarta.persistence.PersistenceContext")
                .orShould()
                .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                .orShould()
                .beAnnotatedWith("org.eclipse.microprofile.reactive.messaging.Channel")
                .because("what a bean needs is in its constructor, and its fields are final");
    }

    private static ArchRule asksTheClock() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("org.tocsin.platform.time")
                .should()
                .accessTargetWhere(describe("the system's time is read", HouseRules::readsSystemTime))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.LocalDateTime")
                .because("a test sets the injected clock, and an instant needs no time zone to be understood");
    }

    /** Every {@code now} without a clock, clocks made on the spot, and the time of old. */
    private static boolean readsSystemTime(JavaAccess<?> access) {
        String method = access.getTarget().getName();
        JavaClass owner = access.getTargetOwner();
        if (owner.getPackageName().startsWith("java.time")) {
            boolean now =
                    method.equals("now") && !access.getTarget().getFullName().contains("java.time.Clock");
            boolean ownClock = owner.isEquivalentTo(java.time.Clock.class)
                    && (method.startsWith("system") || method.startsWith("tick"));
            boolean ownSource = owner.isEquivalentTo(java.time.InstantSource.class) && method.equals("system");
            return now || ownClock || ownSource;
        }
        return access.getTarget().getFullName().equals("java.util.Date.<init>()")
                || owner.isEquivalentTo(System.class) && method.equals("currentTimeMillis");
    }

    private static ArchRule resourcesSpeakHttpOnly() {
        return noClasses()
                .that()
                .areAnnotatedWith(PATH)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.persistence..",
                        "jakarta.transaction..",
                        "org.hibernate..",
                        "io.quarkus.hibernate..",
                        "io.quarkus.narayana..",
                        "io.agroal..",
                        "java.sql..",
                        "javax.sql..")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Repository")
                .allowEmptyShould(true)
                .because("the service has the transaction and the repository the SQL");
    }

    private static ArchRule resourcesReturnNoEntities() {
        return methods()
                .that()
                .areDeclaredInClassesThat(are(annotatedWith(PATH)))
                .should(new ArchCondition<JavaMethod>("return no entity") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        method.getReturnType().getAllInvolvedRawTypes().stream()
                                .filter(type -> type.isAnnotatedWith(ENTITY))
                                .forEach(type -> events.add(violated(
                                        method, method.getFullName() + " returns the entity " + type.getName())));
                    }
                })
                .allowEmptyShould(true)
                .because("a table must be able to change without the API");
    }

    private static ArchRule onlyTheOutboxSends() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("org.tocsin.platform.outbox")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka.clients.producer..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching(".*\\.reactive\\.messaging\\.(Emitter|MutinyEmitter|Outgoing)")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.smallrye.reactive.messaging.kafka.KafkaClientService")
                .because("an event leaves with the transaction that made it, or not at all");
    }

    private static ArchRule featuresHaveNoCycles(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    private static ArchRule packagesAreNamedAfterFeatures() {
        return noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..",
                        "..utils..",
                        "..dto..",
                        "..impl..",
                        "..manager..",
                        "..helper..",
                        "..helpers..",
                        "..common..")
                .because("a package's name says what it is about, not what kind of class it holds");
    }

    private static ArchRule packagesAreNullMarked() {
        return classes().should(new ArchCondition<JavaClass>("be in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
                    events.add(violated(type, type.getName() + " is in a package that is not @NullMarked"));
                }
            }
        });
    }

    private static ArchRule entitiesHideTheirFields() {
        return noFields()
                .that()
                .areDeclaredInClassesThat(are(annotatedWith(ENTITY)))
                .and()
                .areNotStatic()
                .should()
                .bePublic()
                .allowEmptyShould(true)
                .because("an entity's state changes by its methods only");
    }

    /** What several features are told has a package {@code settings} of its own and can be seen by all of them. */
    private static ArchRule settingsStayInTheirFeature() {
        return classes()
                .that()
                .areAnnotatedWith("io.smallrye.config.ConfigMapping")
                .and(are(not(resideInAPackage("..settings"))))
                .should()
                .bePackagePrivate()
                .allowEmptyShould(true);
    }

    private static ArchRule retriesAreOutsideOfTransactions() {
        return noClasses()
                .should(new ArchCondition<JavaClass>("have both @Retry and @Transactional") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (uses(type, RETRY) && uses(type, TRANSACTIONAL)) {
                            events.add(satisfied(type, type.getName() + " has both"));
                        }
                    }
                })
                .because(
                        "the transaction is the outer interceptor: failed attempts would be committed with the last one");
    }

    private static boolean uses(JavaClass type, String annotation) {
        return type.isAnnotatedWith(annotation)
                || type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(annotation));
    }

    private static ArchRule logsThroughOneApi() {
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "java.util.logging..", "org.slf4j..", "org.apache.commons.logging..", "org.apache.log4j.."))
                .orShould()
                .accessTargetWhere(describe("a standard stream is used", HouseRules::usesStandardStream))
                .because("logs go where an operator's configuration sends them");
    }

    private static boolean usesStandardStream(JavaAccess<?> access) {
        String target = access.getTarget().getName();
        return access.getTargetOwner().isEquivalentTo(System.class) && (target.equals("out") || target.equals("err"))
                || access.getTargetOwner().isAssignableTo(Throwable.class) && target.equals("printStackTrace");
    }
}
