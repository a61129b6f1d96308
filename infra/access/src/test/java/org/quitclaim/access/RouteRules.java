package org.quitclaim.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.quitclaim.access.route.Marks;
import org.quitclaim.access.route.Route;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** For the tests of every application: what its routes promise. Give it the application's context. */
public final class RouteRules {
    private RouteRules() {}

    /** One mapped controller method. */
    public record Mapped(String route, HandlerMethod method) {
        Route mark() {
            return Marks.of(method.getMethod());
        }
    }

    /** Every controller method that the application maps, the framework's own among them. */
    public static List<Mapped> mapped(ListableBeanFactory beans) {
        return beans.getBeanProvider(RequestMappingInfoHandlerMapping.class).stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .map(RouteRules::mapped)
                .toList();
    }

    /** Fails, naming them, when controller methods of ours carry neither {@link AllowedFor} nor {@link Public}. */
    public static void everyHandlerIsMarked(ListableBeanFactory beans) {
        assertThat(ours(beans)
                        .filter(one -> one.mark() instanceof Route.Unmarked)
                        .map(Mapped::route))
                .as("controller methods that carry neither @AllowedFor nor @Public, or both")
                .isEmpty();
    }

    /** The routes that a role may call. */
    public static List<String> allowedFor(Role role, ListableBeanFactory beans) {
        return ours(beans)
                .filter(one ->
                        one.mark() instanceof Route.Restricted r && r.roles().contains(role))
                .map(Mapped::route)
                .sorted()
                .toList();
    }

    /** The routes that anybody may call. */
    public static List<String> open(ListableBeanFactory beans) {
        return ours(beans)
                .filter(one -> one.mark() instanceof Route.Open)
                .map(Mapped::route)
                .sorted()
                .toList();
    }

    private static Stream<Mapped> ours(ListableBeanFactory beans) {
        return mapped(beans).stream()
                .filter(one -> one.method().getBeanType().getName().startsWith("org.quitclaim."));
    }

    private static Mapped mapped(Map.Entry<RequestMappingInfo, HandlerMethod> entry) {
        RequestMappingInfo info = entry.getKey();
        String methods = String.join(
                ",",
                info.getMethodsCondition().getMethods().stream()
                        .map(Enum::name)
                        .sorted()
                        .toList());
        return new Mapped((methods + " " + String.join(",", info.getPatternValues())).strip(), entry.getValue());
    }
}
