package org.quitclaim.command.dispatch;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.axonframework.common.AxonException;
import org.quitclaim.eventstore.StreamHead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells with every answer to a command how far the store has come, so that a query may ask to see at least that. Where the
 * store cannot be asked the answer goes without it: what was recorded stays recorded, and a refusal keeps its words.
 */
final class PositionHeader extends OncePerRequestFilter {
    public static final String NAME = "Quitclaim-Position";

    private static final Logger LOG = LoggerFactory.getLogger(PositionHeader.class);

    private final StreamHead head;

    public PositionHeader(StreamHead head) {
        this.head = head;
    }

    private void tellWhereTheStoreIs(HttpServletResponse response) {
        try {
            response.setHeader(NAME, Long.toString(head.position()));
        } catch (AxonException e) {
            LOG.warn(
                    "The event store cannot be asked how far it is ({}).",
                    e.getClass().getSimpleName());
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getMethod().equals("GET") || !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            private boolean told;

            private void tell() {
                if (!told && !isCommitted()) {
                    told = true;
                    tellWhereTheStoreIs(this);
                }
            }

            @Override
            public ServletOutputStream getOutputStream() throws IOException {
                tell();
                return super.getOutputStream();
            }

            @Override
            public void setStatus(int status) {
                super.setStatus(status);
                tell();
            }
        });
    }
}
