package org.quitclaim.standalone;

import jakarta.servlet.Filter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.quitclaim.command.faceprint.RecognitionModel;
import org.quitclaim.domain.id.PermitId;
import org.quitclaim.face.detect.FaceDetector;
import org.quitclaim.face.embed.FaceEmbedder;
import org.quitclaim.face.gallery.MatchRule;
import org.quitclaim.face.pack.ModelPack;
import org.quitclaim.face.pack.PackFolder;
import org.quitclaim.face.permit.PermitIssuer;
import org.quitclaim.vault.IdMint;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.ApplicationContextFactory;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.support.GenericWebApplicationContext;

/**
 * Starts the whole application but what only visitors need: no web server, no logins, nothing of the frameworks that these
 * alone use. Command side, vault, event store, read models and the work at the start are those of a real start.
 *
 * <p>One model, loaded once, finds faces for all of them; it embeds none, since nobody asks for that here.
 */
final class Reopening implements AutoCloseable {
    /** Of what configures itself, that which the rest of the application uses. */
    private static final Set<String> USED = Set.of(
            "org.quitclaim.",
            "org.axonframework.",
            "org.springframework.boot.autoconfigure.context.",
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
            "org.springframework.boot.jackson.",
            "org.springframework.boot.transaction.");

    private final RecognitionModel model;
    private final String unused = ImportCandidates.load(AutoConfiguration.class, null).getCandidates().stream()
            .filter(name -> USED.stream().noneMatch(name::startsWith))
            .collect(Collectors.joining(","));

    Reopening() throws IOException {
        ModelPack pack = PackFolder.configured().read();
        PermitIssuer nobodys = new PermitIssuer(Clock.systemUTC(), () -> IdMint.mint(PermitId.PREFIX, PermitId::new));
        model = new RecognitionModel(
                pack,
                new FaceDetector(pack, 1),
                new FaceEmbedder(pack, nobodys, 1),
                new MatchRule(pack.limits(), MatchRule.USUAL_RATE));
    }

    Server over(Path data) {
        return new Server(Running.application(Running.options(data))
                .properties(
                        "spring.autoconfigure.exclude=" + unused,
                        "quitclaim.command.tick=100ms",
                        // nobody visits, but links that are still to leave lead somewhere
                        "local.server.port=1")
                .contextFactory(ApplicationContextFactory.of(GenericWebApplicationContext::new))
                .lazyInitialization(true)
                .initializers(context -> prepare((GenericWebApplicationContext) context))
                .run());
    }

    private void prepare(GenericWebApplicationContext context) {
        context.setServletContext(new MockServletContext());
        context.registerBean(LazyInitializationExcludeFilter.class, () -> (name, definition, type) -> isNeeded(type));
        context.addBeanFactoryPostProcessor(beans -> useModel(beans, context));
    }

    private void useModel(ConfigurableListableBeanFactory beans, GenericApplicationContext context) {
        BeanDefinitionRegistry registry = context;
        registry.removeBeanDefinition("recognitionModel");
        RootBeanDefinition definition = new RootBeanDefinition(RecognitionModel.class, () -> model);
        definition.setDestroyMethodName("");
        registry.registerBeanDefinition("recognitionModel", definition);
    }

    /** What is the application's own and not there for visitors. */
    private static boolean isNeeded(Class<?> type) {
        String name = type.getName();
        return !Filter.class.isAssignableFrom(type)
                && name.startsWith("org.quitclaim.")
                && !name.startsWith("org.quitclaim.access.")
                && !name.startsWith("org.quitclaim.query.openapi.")
                && !name.endsWith("Controller")
                && !name.endsWith("Queries");
    }

    @Override
    public void close() {
        model.close();
    }
}
