package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.RouteRules;
import org.quitclaim.domain.Requirement;
import org.quitclaim.query.openapi.DescribedRoutes;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/** What the whole server can be asked, and that it says so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutesTest {
    /** Words of a route that would find, group or judge people by their faces. */
    private static final List<String> NEVER = List.of(
            "search",
            "identify",
            "who",
            "cluster",
            "similar",
            "match",
            "emotion",
            "mood",
            "gender",
            "ethnic",
            "race",
            "stream",
            "camera",
            "live-",
            "scrape",
            "import",
            "embedding",
            "vector",
            "compare");

    /** Where a picture can be sent: to be taken in, and to enrol one named person. */
    private static final List<String> TAKING_PICTURES = List.of("POST /api/persons/{id}/faceprint", "POST /api/photos");

    private Server server;
    private WebApplicationContext context;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = Running.demo(folder.resolve("data"));
        context = Objects.requireNonNull(
                server.bean(DispatcherServlet.class).getWebApplicationContext(), "a servlet has its context");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    @Requirement("R70")
    void everyRouteSaysWhoMayCallIt() {
        RouteRules.everyHandlerIsMarked(context);
    }

    @Test
    void theOpenApiDocumentDescribesEveryRouteAndNoOther() throws IOException, InterruptedException {
        DescribedRoutes routes = DescribedRoutes.of(context);

        assertThat(routes.described())
                .isEqualTo(routes.served())
                .contains("POST /api/publications", "GET /api/photos/{id}", "GET /.well-known/jwks.json");
        assertThat(routes.dangling()).isEmpty();
    }

    @Test
    @Requirement({"R27", "R70", "R80"})
    void noRouteFindsGroupsOrJudgesPeopleByTheirFaces() {
        assertThat(routes())
                .isNotEmpty()
                .noneMatch(route -> NEVER.stream().anyMatch(route.toLowerCase(Locale.ROOT)::contains));
    }

    @Test
    @Requirement("R27")
    void aPictureCanOnlyBeTakenInOrEnrolOnePerson() {
        assertThat(RouteRules.mapped(context).stream()
                        .filter(mapped -> Stream.of(mapped.method().getMethodParameters())
                                .anyMatch(parameter -> isFile(parameter.getParameterType())))
                        .map(RouteRules.Mapped::route)
                        .sorted())
                .isEqualTo(TAKING_PICTURES);
    }

    private Stream<String> routes() {
        return RouteRules.mapped(context).stream()
                .filter(mapped -> mapped.method().getBeanType().getName().startsWith("org.quitclaim."))
                .map(RouteRules.Mapped::route);
    }

    private static boolean isFile(Class<?> type) {
        return type.getName().endsWith("MultipartFile")
                || type == byte[].class
                || java.io.InputStream.class.isAssignableFrom(type);
    }
}
