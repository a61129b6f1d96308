package org.quitclaim.access.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.access.problem.RepeatedParameter;
import org.quitclaim.access.problem.RepeatedPart;
import org.quitclaim.access.problem.UnknownParameter;
import org.quitclaim.access.problem.UnknownPart;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses an address that asks for what its route does not know: a misspelt {@code ?at=} would otherwise be answered for
 * another day than the one that was meant, and look right.
 *
 * <p><b>Guarantees:</b> a route knows the parameters that its method declares and no other; one that has a single value is
 * given once. Fields of forms and parts of uploads lie in the body, so such a route knows none in its address, and an
 * upload has the parts that are declared and no other. A page that
 * knows none at all opens whatever stands there: mail programs and messengers append marks of their own to the links that
 * they pass on, and nobody who follows one could do anything about it.
 *
 * <p><b>Thread-safety:</b> safe.
 */
final class DeclaredParameters implements HandlerInterceptor {
    private static final String OURS = "org.quitclaim.";
    private static final Set<String> IN_THE_BODY =
            Set.of(MediaType.APPLICATION_FORM_URLENCODED_VALUE, MediaType.MULTIPART_FORM_DATA_VALUE);

    /** Names of a method's parameters, each with whether it may come more than once. */
    private final Map<Method, Map<String, Boolean>> declared = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException, ServletException {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS)) {
            String query = request.getQueryString();
            if (query != null) {
                Map<String, Boolean> known = declared.computeIfAbsent(method.getMethod(), DeclaredParameters::of);
                if (!known.isEmpty() || !isPage(method.getMethod())) {
                    check(AddressText.names(query), known);
                }
            }
            if (consumes(method.getMethod(), Set.of(MediaType.MULTIPART_FORM_DATA_VALUE))) {
                checkParts(request, parameters(method.getMethod()));
            }
        }
        return true;
    }

    private static void checkParts(HttpServletRequest request, Map<String, Boolean> known)
            throws IOException, ServletException {
        Set<String> seen = new HashSet<>();
        for (Part part : request.getParts()) {
            if (!known.containsKey(part.getName())) {
                throw new RejectedException(new UnknownPart(List.copyOf(known.keySet())));
            }
            if (!seen.add(part.getName()) && !known.get(part.getName())) {
                throw new RejectedException(new RepeatedPart(part.getName()));
            }
        }
    }

    private static boolean isPage(Method method) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        return mapping != null
                && List.of(mapping.method()).equals(List.of(RequestMethod.GET))
                && Stream.of(mapping.produces()).anyMatch(type -> type.startsWith(MediaType.TEXT_HTML_VALUE));
    }

    private static void check(List<String> given, Map<String, Boolean> declared) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            String name = given.get(i);
            if (!declared.containsKey(name)) {
                throw new RejectedException(new UnknownParameter(i + 1, List.copyOf(declared.keySet())));
            }
            if (!seen.add(name) && !declared.get(name)) {
                throw new RejectedException(new RepeatedParameter(name));
            }
        }
    }

    private static Map<String, Boolean> of(Method method) {
        return consumes(method, IN_THE_BODY) ? Map.of() : parameters(method);
    }

    private static boolean consumes(Method method, Set<String> types) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        return mapping != null && Stream.of(mapping.consumes()).anyMatch(types::contains);
    }

    private static Map<String, Boolean> parameters(Method method) {
        Map<String, Boolean> names = new HashMap<>();
        for (Parameter parameter : method.getParameters()) {
            RequestParam asked = AnnotatedElementUtils.findMergedAnnotation(parameter, RequestParam.class);
            if (asked != null) {
                boolean several =
                        parameter.getType().isArray() || Collection.class.isAssignableFrom(parameter.getType());
                names.put(asked.name().isEmpty() ? parameter.getName() : asked.name(), several);
            }
        }
        return names;
    }
}
