package org.quitclaim.vault;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class VaultArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.quitclaim.vault");

    @Test
    void packagesDoNotDependOnEachOtherInCircles() {
        slices().matching("org.quitclaim.vault.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void whatOthersSeeKnowsNoCryptographyAndNoStorage() {
        noClasses()
                .that()
                .resideInAPackage("org.quitclaim.vault")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.google.crypto.tink..", "java.sql..", "org.quitclaim.vault.*..")
                .check(CLASSES);
    }

    @Test
    void onlyTheSqliteAdapterKnowsSqlAndOnlySealAndKekKnowTink() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.quitclaim.vault.sqlite")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.sql..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage("org.quitclaim.vault.sqlite", "org.quitclaim.vault.embedded")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.crypto.tink..")
                .check(CLASSES);
    }
}
