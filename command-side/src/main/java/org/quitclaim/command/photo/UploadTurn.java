package org.quitclaim.command.photo;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.quitclaim.access.edge.RequestBody;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.image.PhotoRoom;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Lets in as many files at once as memory holds, because none of them is ever written to a disk in the clear.
 *
 * <p>A file on its way takes up room for itself only, in a room of its own, however slowly it comes; the copies that are made
 * of it are accounted for once it is there. So a slow line keeps nobody else waiting. Whoever is at work never waits for the
 * room of those who arrive, so the two cannot block each other.
 *
 * <p>Runs after the login was checked, and only where files may be sent: nobody from outside takes up room.
 */
final class UploadTurn extends OncePerRequestFilter {
    /** As it is read, as it is sealed, and as it is written. */
    private static final int COPIES_AT_WORK = 3;

    private static final long LARGEST = 65L << 20;
    private static final double SHARE_OF_ARRIVALS = 0.15;
    private static final double SHARE_OF_WORK = 0.2;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final PhotoRoom arrivals;
    private final PhotoRoom work;
    private final HandlerExceptionResolver problems;

    /** @param problems tells a refusal as what it is, which nobody does for a filter */
    public UploadTurn(HandlerExceptionResolver problems) {
        this(problems, PhotoRoom.ofHeap(SHARE_OF_ARRIVALS, PATIENCE), PhotoRoom.ofHeap(SHARE_OF_WORK, PATIENCE));
    }

    UploadTurn(HandlerExceptionResolver problems, PhotoRoom arrivals, PhotoRoom work) {
        this.problems = problems;
        this.arrivals = arrivals;
        this.work = work;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || !type.startsWith("multipart/") || !RequestBody.isUploadAllowed(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long said = request.getContentLengthLong();
        long length = said < 0 ? LARGEST : said;
        try (PhotoRoom.Place arriving = arrivals.enter(length)) {
            receive(request);
            try (PhotoRoom.Place place = work.enter(COPIES_AT_WORK * length)) {
                chain.doFilter(request, response);
            }
        } catch (RejectedException busy) {
            problems.resolveException(request, response, null, busy);
        }
    }

    /** What is wrong with a form is said again, and then answered, when it is read further on. */
    private static void receive(HttpServletRequest request) {
        try {
            request.getParts();
        } catch (IOException | ServletException | IllegalStateException e) {
            return;
        }
    }
}
