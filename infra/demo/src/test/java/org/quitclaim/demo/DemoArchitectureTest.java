package org.quitclaim.demo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The story can only know what a client knows. */
@AnalyzeClasses(packages = "org.quitclaim.demo", importOptions = ImportOption.DoNotIncludeTests.class)
class DemoArchitectureTest {
    @ArchTest
    static final ArchRule theStorySpeaksHttpOnly = classes()
            .that()
            .resideOutsideOfPackage("org.quitclaim.demo.verb..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.imageio..",
                    "tools.jackson..",
                    "org.jspecify..",
                    "org.quitclaim.drawn..",
                    "org.quitclaim.demo");
}
