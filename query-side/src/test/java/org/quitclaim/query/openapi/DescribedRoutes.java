package org.quitclaim.query.openapi;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares the served description with the controllers of a running process; for the tests of every process that serves
 * one.
 *
 * @param served {@code METHOD path} as the controllers have it, @param described as the description says
 * @param dangling references to schemas that are not there
 * @param unnamed operations that {@code operations.tsv} does not know, so that they have no line that says what they do
 * @param repeated ids of more than one operation
 */
public record DescribedRoutes(
        Set<String> served, Set<String> described, Set<String> dangling, Set<String> unnamed, Set<String> repeated) {
    private static final Pattern REFERENCE = Pattern.compile("\"#/components/schemas/([^\"]+)\"");

    public static DescribedRoutes of(ApplicationContext application) throws IOException, InterruptedException {
        String port = application.getEnvironment().getProperty("local.server.port");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + OpenApiController.PATH))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        JsonNode document = JsonMapper.builder().build().readTree(answer.body());
        return new DescribedRoutes(
                served(application),
                described(document),
                dangling(answer.body(), document),
                unnamed(document),
                repeated(document));
    }

    private static Set<String> unnamed(JsonNode document) {
        Set<String> unnamed = new TreeSet<>();
        operations(document, (route, operation) -> {
            if (operation.path("summary").asString("").isBlank()) {
                unnamed.add(route);
            }
        });
        return unnamed;
    }

    private static Set<String> repeated(JsonNode document) {
        Set<String> ids = new TreeSet<>();
        Set<String> repeated = new TreeSet<>();
        operations(document, (route, operation) -> {
            String id = operation.path("operationId").asString();
            if (!ids.add(id)) {
                repeated.add(id);
            }
        });
        return repeated;
    }

    private static void operations(JsonNode document, BiConsumer<String, JsonNode> each) {
        document.path("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(operation -> each.accept(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
    }

    private static Set<String> served(ApplicationContext application) {
        Set<String> routes = new TreeSet<>();
        application
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    boolean ours = method.getBeanType().getName().startsWith("org.quitclaim.");
                    boolean api = mapping.getPatternValues().stream().allMatch(DescribedRoutes::isApi);
                    if (ours && api) {
                        mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(verb ->
                                        mapping.getPatternValues().forEach(path -> routes.add(verb + " " + path)));
                    }
                });
        return routes;
    }

    private static boolean isApi(String path) {
        return path.startsWith("/api/") || path.startsWith("/.well-known/");
    }

    private static Set<String> described(JsonNode document) {
        Set<String> routes = new TreeSet<>();
        document.path("paths")
                .propertyStream()
                .forEach(path -> path.getValue().propertyNames().forEach(verb -> {
                    if (isApi(path.getKey())) {
                        routes.add(verb.toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));
        return routes;
    }

    private static Set<String> dangling(String text, JsonNode document) {
        Set<String> missing = new TreeSet<>();
        REFERENCE.matcher(text).results().map(found -> found.group(1)).forEach(missing::add);
        document.path("components").path("schemas").propertyNames().forEach(missing::remove);
        return missing;
    }
}
