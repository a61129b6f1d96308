package org.quitclaim.conformance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quitclaim.domain.Requirement;

/** The rules over all modules; from here the whole class path is seen. */
class ArchitectureTest {
    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.quitclaim");

    private static final List<String> MODULES = List.of(
            "domain",
            "vault",
            "eventstore",
            "access",
            "mongo",
            "drawn",
            "face",
            "command",
            "query",
            "demo",
            "standalone");

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(ModuleRules.THE_DOMAIN_IS_PLAIN_JAVA, "org.quitclaim.domain.breach.UsesAFramework"),
                Arguments.of(
                        ModuleRules.THE_COMMAND_SIDE_DOES_NOT_KNOW_THE_QUERY_SIDE,
                        "org.quitclaim.command.breach.AsksTheQuerySide"),
                Arguments.of(
                        ModuleRules.THE_QUERY_SIDE_DOES_NOT_KNOW_THE_COMMAND_SIDE,
                        "org.quitclaim.query.breach.AsksTheCommandSide"),
                Arguments.of(ModuleRules.THE_STORY_IS_AN_OUTSIDER, "org.quitclaim.demo.breach.KnowsTheDomain"),
                Arguments.of(
                        ModuleRules.THE_PRODUCT_KNOWS_NO_DEMONSTRATION, "org.quitclaim.command.breach.DrawsPeople"),
                Arguments.of(ModuleRules.FACES_KNOW_NO_STORE, "org.quitclaim.face.breach.OpensTheVault"),
                Arguments.of(ModuleRules.ONLY_FACES_RUN_MODELS, "org.quitclaim.command.breach.RunsAModel"),
                Arguments.of(ModuleRules.ONLY_THE_ISSUER_MAKES_PERMITS, "org.quitclaim.face.permit.MakesItsOwnPermit"),
                Arguments.of(ModuleRules.NOBODY_MEASURES_ON_REAL_PEOPLE, "org.quitclaim.command.breach.Evaluates"),
                Arguments.of(ModuleRules.ONLY_THE_VAULT_ENCRYPTS, "org.quitclaim.command.breach.EncryptsByItself"),
                Arguments.of(ModuleRules.ONLY_CLEARANCES_KNOW_JWT, "org.quitclaim.command.breach.EncryptsByItself"),
                Arguments.of(ModuleRules.ONLY_COMMANDS_RECORD, "org.quitclaim.command.breach.RecordsByItself"),
                Arguments.of(ModuleRules.NOTHING_IS_PRINTED, "org.quitclaim.command.breach.Chatters"),
                Arguments.of(ModuleRules.NAMES_SAY_SOMETHING, "org.quitclaim.command.breach.ConsentHelper"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    @Requirement("R26")
    void theRuleIsKept(ArchRule rule, String breach) {
        rule.check(PRODUCTION);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleSeesABreach(ArchRule rule, String breach) throws ClassNotFoundException {
        JavaClasses offender = new ClassFileImporter().importClasses(Class.forName(breach));

        assertThat(rule.evaluate(offender).hasViolation()).isTrue();
    }

    @Test
    void packages_of_all_modules_have_no_cycles() {
        ModuleRules.PACKAGES_HAVE_NO_CYCLES.check(PRODUCTION);
    }

    @Test
    void two_packages_that_use_each_other_are_found() {
        JavaClasses knot = new ClassFileImporter().importPackages("org.quitclaim.command.breach.knot");

        assertThat(ModuleRules.PACKAGES_HAVE_NO_CYCLES
                        .evaluate(knot)
                        .getFailureReport()
                        .getDetails())
                .singleElement()
                .asString()
                .contains("command.breach.knot.here", "command.breach.knot.there");
    }

    /** A rule over classes that were not found would be kept by nobody. */
    @Test
    void everyModuleIsSeen() {
        assertThat(MODULES)
                .allSatisfy(module -> assertThat(PRODUCTION.stream()
                                .filter(type -> type.getPackageName().startsWith("org.quitclaim." + module)))
                        .isNotEmpty());
    }
}
