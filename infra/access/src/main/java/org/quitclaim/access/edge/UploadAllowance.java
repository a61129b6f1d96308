package org.quitclaim.access.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.quitclaim.access.problem.Problems;
import org.quitclaim.access.problem.RoomCheck;
import org.quitclaim.access.problem.Shortage;
import org.quitclaim.access.route.Route;
import org.quitclaim.access.route.Routes;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets files be sent, by those who may call what takes them: it goes after authorisation, and no public route takes any.
 * While the machine runs out of something none is read at all.
 */
public final class UploadAllowance extends OncePerRequestFilter {
    private final Routes routes;
    private final Supplier<RoomCheck> room;
    private final Problems problems;

    public UploadAllowance(Routes routes, Supplier<RoomCheck> room, Problems problems) {
        this.routes = routes;
        this.room = room;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        if (type != null && type.startsWith("multipart/") && routes.of(request) instanceof Route.Restricted) {
            Optional<Shortage> lacking = room.get().shortage();
            if (lacking.isPresent()) {
                problems.write(lacking.get(), request, response);
                return;
            }
            RequestBody.allowUpload(request);
        }
        chain.doFilter(request, response);
    }
}
