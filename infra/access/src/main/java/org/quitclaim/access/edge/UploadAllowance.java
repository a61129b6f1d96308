package org.quitclaim.access.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.quitclaim.access.route.Route;
import org.quitclaim.access.route.Routes;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets files be sent, by those who may call what takes them: it goes after authorisation, and no public route takes any. */
public final class UploadAllowance extends OncePerRequestFilter {
    private final Routes routes;

    public UploadAllowance(Routes routes) {
        this.routes = routes;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        if (type != null && type.startsWith("multipart/") && routes.of(request) instanceof Route.Restricted) {
            RequestBody.allowUpload(request);
        }
        chain.doFilter(request, response);
    }
}
