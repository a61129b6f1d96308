package org.quitclaim.conformance.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.axonframework.eventhandling.EventBus;
import org.quitclaim.face.permit.EmbeddingPermit;

/** Which module may know which, and who alone may touch models, permits and keys. */
final class ModuleRules {
    private static final String DOMAIN = "org.quitclaim.domain..";
    private static final String COMMAND = "org.quitclaim.command..";
    private static final String QUERY = "org.quitclaim.query..";
    private static final String STORY = "org.quitclaim.demo";
    private static final String DEMO = "org.quitclaim.demo..";
    private static final String DEMO_VERBS = "org.quitclaim.demo.verb..";
    private static final String DRAWN = "org.quitclaim.drawn..";
    private static final String FACE = "org.quitclaim.face..";
    private static final String VAULT = "org.quitclaim.vault..";
    private static final String TINK = "com.google.crypto.tink..";

    /** And collections that share what did not change, see ADR 10. */
    static final ArchRule THE_DOMAIN_IS_PLAIN_JAVA = classes()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "org.pcollections..", DOMAIN);

    static final ArchRule THE_COMMAND_SIDE_DOES_NOT_KNOW_THE_QUERY_SIDE = never(COMMAND, QUERY);

    static final ArchRule THE_QUERY_SIDE_DOES_NOT_KNOW_THE_COMMAND_SIDE = never(QUERY, COMMAND);

    static final ArchRule THE_STORY_IS_AN_OUTSIDER = classes()
            .that()
            .resideInAPackage(DEMO)
            .and()
            .resideOutsideOfPackage(DEMO_VERBS)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "javax.imageio..", "org.jspecify..", "tools.jackson..", DRAWN, STORY);

    /** Its jars are not on the class path of a server with real people, see ADR 42. */
    static final ArchRule THE_PRODUCT_KNOWS_NO_DEMONSTRATION = noClasses()
            .that()
            .resideOutsideOfPackages(DEMO, DRAWN, "org.quitclaim.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DEMO, DRAWN);

    static final ArchRule FACES_KNOW_NO_STORE =
            never(FACE, VAULT, "org.quitclaim.eventstore..", "org.quitclaim.mongo..");

    static final ArchRule ONLY_FACES_RUN_MODELS = noClasses()
            .that()
            .resideOutsideOfPackage(FACE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.onnxruntime..");

    /** The constructors say so too; this holds it inside their package and for the day when somebody opens them. */
    static final ArchRule ONLY_THE_ISSUER_MAKES_PERMITS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.quitclaim.face.permit.PermitIssuer")
            .and()
            .areNotAssignableTo(EmbeddingPermit.class)
            .should()
            .callConstructorWhere(new DescribedPredicate<JavaConstructorCall>("a permit is constructed") {
                @Override
                public boolean test(JavaConstructorCall call) {
                    return call.getTargetOwner().isAssignableTo(EmbeddingPermit.class);
                }
            });

    static final ArchRule NOBODY_MEASURES_ON_REAL_PEOPLE = never(COMMAND, "org.quitclaim.face.evaluate..");

    /** What is left outside the vault is what it takes to check the signature of a clearance. */
    static final ArchRule ONLY_THE_VAULT_ENCRYPTS = noClasses()
            .that()
            .resideOutsideOfPackage(VAULT)
            .should()
            .dependOnClassesThat(resideInAPackage(TINK)
                    .and(not(resideInAPackage("com.google.crypto.tink.jwt")))
                    .and(not(nameMatching("com\\.google\\.crypto\\.tink\\.(KeysetHandle|(Registry)?Configuration)")))
                    .as("belong to Tink, other than to check signatures"));

    static final ArchRule ONLY_CLEARANCES_KNOW_JWT = noClasses()
            .that()
            .resideOutsideOfPackages(VAULT, "org.quitclaim.command.publication")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(TINK);

    /** Whatever else gave a command or stored an event could forget to say who acted. */
    static final ArchRule ONLY_COMMANDS_RECORD = noClasses()
            .that()
            .resideInAnyPackage(COMMAND, QUERY, "org.quitclaim.access..", "org.quitclaim.standalone..", DEMO)
            .and()
            .haveNameNotMatching("org\\.quitclaim\\.command\\.dispatch\\.(Commands|DispatchConfiguration)")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("org\\.axonframework\\.(commandhandling\\.(gateway\\.CommandGateway|CommandBus)"
                    + "|eventhandling\\.gateway\\.EventGateway|eventsourcing\\.eventstore\\.EventStorageEngine)")
            .orShould()
            .callMethod(EventBus.class, "publish", List.class);

    static final ArchRule NOTHING_IS_PRINTED = noClasses()
            .that()
            .resideOutsideOfPackages("org.quitclaim.standalone..", DEMO, "org.quitclaim.face.evaluate..")
            .and()
            .doNotHaveFullyQualifiedName("org.quitclaim.drawn.DrawPeople")
            // the first password of an installation is said once on the console, and nowhere else
            .and()
            .doNotHaveFullyQualifiedName("org.quitclaim.access.web.AccessConfiguration")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..");

    static final ArchRule NAMES_SAY_SOMETHING =
            noClasses().should().haveNameMatching(".*(Manager|Helper|Helpers|Util|Utils|Impl|Dto)(\\$.*)?");

    /** Whoever reads one package has to read those it uses, and never it again. */
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("org.quitclaim.(**)").should().beFreeOfCycles();

    private ModuleRules() {}

    private static ArchRule never(String here, String... there) {
        return noClasses()
                .that()
                .resideInAPackage(here)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(there);
    }
}
