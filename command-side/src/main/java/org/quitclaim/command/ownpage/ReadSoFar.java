package org.quitclaim.command.ownpage;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.problem.RejectedException;

/**
 * A request that was refused, for the page that says so. A form that cannot be read, being too long, too slow or malformed, is
 * refused again by whoever asks for one of its fields: here it has none, so that the page is written all the same and nothing
 * reaches the container, which would log all of it.
 */
final class ReadSoFar extends HttpServletRequestWrapper {
    ReadSoFar(HttpServletRequest request) {
        super(request);
    }

    @Override
    public @Nullable String getParameter(String name) {
        try {
            return super.getParameter(name);
        } catch (IllegalStateException | RejectedException unreadable) {
            return null;
        }
    }
}
