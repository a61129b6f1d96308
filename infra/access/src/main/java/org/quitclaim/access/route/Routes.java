package org.quitclaim.access.route;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.ParameterizableViewController;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Finds what a request would reach by asking the very mappings that will dispatch it, so that the two cannot disagree.
 *
 * <p><b>Guarantees:</b> whatever is not recognised is {@link Route.Unmarked}; the request is left as it was.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class Routes {
    private static final String REMEMBERED = Routes.class.getName() + ".route";
    /** Without repeated groups, each of which would take a piece of the stack of whoever asks for a very deep folder. */
    private static final String FOLDER = "(?!.*//)(?:/|/[\\w/-]*/)";

    private static final Pattern ASSET =
            Pattern.compile(FOLDER + "[\\w.-]+\\.(css|js|mjs|svg|png|ico|woff2|webmanifest)");
    private static final Pattern PAGE = Pattern.compile("/|" + FOLDER + "[\\w-]+\\.html");

    private final Supplier<List<HandlerMapping>> mappings;

    /** Annotations do not change, and looking for them takes longer than the rest of the check. */
    private final Map<Method, Route> marks = new ConcurrentHashMap<>();

    /** @param mappings in the order in which the dispatcher asks them */
    public Routes(Supplier<List<HandlerMapping>> mappings) {
        this.mappings = mappings;
    }

    public Route of(HttpServletRequest request) {
        if (request.getAttribute(REMEMBERED) instanceof Route known) {
            return known;
        }
        Route route = find(request);
        request.setAttribute(REMEMBERED, route);
        return route;
    }

    private Route find(HttpServletRequest request) {
        try {
            return handler(new LookupRequest(request))
                    .map(found -> classify(found, request))
                    .orElseGet(Route.Nowhere::new);
        } catch (ServletException e) {
            // the mappings throw this for a known address with another method, content type or format
            return new Route.Mismatch();
        }
    }

    private Optional<Object> handler(LookupRequest request) throws ServletException {
        for (HandlerMapping mapping : mappings.get()) {
            HandlerExecutionChain chain = request.lookUp(mapping);
            if (chain != null) {
                return Optional.of(chain.getHandler());
            }
        }
        return Optional.empty();
    }

    private Route classify(Object handler, HttpServletRequest request) {
        return switch (handler) {
            case HandlerMethod method -> marks.computeIfAbsent(method.getMethod(), Marks::of);
            case ResourceHttpRequestHandler files -> file(request);
            case ParameterizableViewController welcome -> file(request);
            default -> new Route.Unmarked();
        };
    }

    private static Route file(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean reading = request.getMethod().equals(HttpMethod.GET.name())
                || request.getMethod().equals(HttpMethod.HEAD.name());
        if (!reading) {
            return new Route.Nowhere();
        }
        if (ASSET.matcher(path).matches()) {
            return new Route.Asset();
        }
        return PAGE.matcher(path).matches() ? new Route.Page() : new Route.Nowhere();
    }
}
