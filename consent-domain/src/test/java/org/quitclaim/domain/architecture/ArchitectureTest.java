package org.quitclaim.domain.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final JavaClasses DOMAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.quitclaim.domain");

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of("nothing but Java", DomainRules.NOTHING_BUT_JAVA, Breaches.OfJava.class),
                Arguments.of("no clock", DomainRules.NO_CLOCK, Breaches.OfTheClock.class),
                Arguments.of("no chance", DomainRules.NO_CHANCE, Breaches.OfChance.class),
                Arguments.of("no input or output", DomainRules.NO_INPUT_OR_OUTPUT, Breaches.OfQuiet.class),
                Arguments.of("no logging", DomainRules.NO_LOGGING, Breaches.OfSilence.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theDomainKeepsTheRule(String name, ArchRule rule, Class<?> breach) {
        rule.check(DOMAIN);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theRuleSeesABreach(String name, ArchRule rule, Class<?> breach) {
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(breach)).hasViolation())
                .isTrue();
    }

    @Test
    void onlyTheStatusKnowsTheStatus() {
        DomainRules.NOTHING_KNOWS_THE_STATUS.check(DOMAIN);
        assertThat(DomainRules.NOTHING_KNOWS_THE_STATUS
                        .evaluate(new ClassFileImporter().importClasses(Breaches.OfOrder.class))
                        .hasViolation())
                .isTrue();
    }
}
