package org.quitclaim.access;

import jakarta.servlet.ServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The random id of a request: in every event that comes of it, and in the request's line of the log, so that either leads
 * to the other.
 */
public final class Correlation {
    private static final String ATTRIBUTE = Correlation.class.getName();

    private Correlation() {}

    /** Of the request that this thread is answering, made when first asked for; of its own where there is none. */
    public static String ofRequest() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return UUID.randomUUID().toString();
        }
        if (request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof String made) {
            return made;
        }
        String made = UUID.randomUUID().toString();
        request.setAttribute(ATTRIBUTE, made, RequestAttributes.SCOPE_REQUEST);
        return made;
    }

    /** Of a request that was answered; empty if nothing asked for it. */
    public static Optional<String> madeFor(ServletRequest request) {
        return Optional.ofNullable(request.getAttribute(ATTRIBUTE)).map(Object::toString);
    }
}
