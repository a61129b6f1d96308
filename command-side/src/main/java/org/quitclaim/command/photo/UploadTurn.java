package org.quitclaim.command.photo;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.quitclaim.access.problem.RejectedException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Lets in as many files at once as memory holds, because none of them is ever written to a disk in the clear.
 *
 * <p>Runs after the login was checked: nobody from outside takes up room.
 */
public final class UploadTurn extends OncePerRequestFilter {
    /** As it arrives, as it is read, as it is sealed, and as it is written. */
    private static final int COPIES = 4;

    private static final long LARGEST = 65L << 20;
    private static final double SHARE_OF_HEAP = 0.25;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final PhotoRoom room = PhotoRoom.ofHeap(SHARE_OF_HEAP, PATIENCE);
    private final HandlerExceptionResolver problems;

    /** @param problems tells a refusal as what it is, which nobody does for a filter */
    public UploadTurn(HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || !type.startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        try (PhotoRoom.Place place = room.enter(COPIES * (length < 0 ? LARGEST : length))) {
            chain.doFilter(request, response);
        } catch (RejectedException busy) {
            problems.resolveException(request, response, null, busy);
        }
    }
}
