package org.quitclaim.access.route;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Shows a request to handler mappings and keeps the attributes that they leave on it to itself. */
final class LookupRequest extends HttpServletRequestWrapper {
    private final Map<String, @Nullable Object> own = new HashMap<>();

    LookupRequest(HttpServletRequest request) {
        super(request);
        ServletRequestPathUtils.parseAndCache(this);
    }

    @Nullable
    HandlerExecutionChain lookUp(HandlerMapping mapping) throws ServletException {
        try {
            return mapping.getHandler(this);
        } catch (ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return own.containsKey(name) ? own.get(name) : super.getAttribute(name);
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        own.put(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        own.put(name, null);
    }
}
