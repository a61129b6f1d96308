package org.quitclaim.domain.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;

/** The rules of the domain. */
final class DomainRules {
    static final String DOMAIN = "org.quitclaim.domain..";

    /** Java, annotations, and collections that share what did not change (ADR 10). */
    static final ArchRule NOTHING_BUT_JAVA = classes()
            .should()
            .onlyDependOnClassesThat(resideInAPackage("java..")
                    .or(resideInAPackage(DOMAIN))
                    .or(resideInAPackage("org.jspecify.."))
                    .or(resideInAPackage("org.pcollections..")));

    static final ArchRule NO_CLOCK = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime");

    static final ArchRule NO_CHANCE = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                    "java\\.util\\.(Random|UUID|random\\..*|concurrent\\.ThreadLocalRandom)|java\\.security\\..*")
            .orShould()
            .callMethod(Math.class, "random");

    static final ArchRule NO_INPUT_OR_OUTPUT = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.(io\\.(?!Serializable).*|nio\\..*|net\\..*|sql\\..*)|java\\.lang\\.Process.*");

    static final ArchRule NO_LOGGING = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.util\\.logging\\..*|java\\.lang\\.System\\$Logger|org\\.slf4j\\..*")
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    static final ArchRule NOTHING_KNOWS_THE_STATUS = noClasses()
            .that()
            .resideOutsideOfPackage("..status..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..domain.status..");

    private DomainRules() {}
}
