package org.quitclaim.query.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.query.projection.ReadPositions;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a query wait until the read models have come as far as its sender has seen. */
final class WaitForPosition implements HandlerInterceptor {
    static final String AT_LEAST = "Quitclaim-At-Least";
    static final String POSITION = "Quitclaim-Position";
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Pattern FORM = Pattern.compile("[0-9]{1,18}");

    private final ReadPositions positions;

    WaitForPosition(ReadPositions positions) {
        this.positions = positions;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        String asked = request.getHeader(AT_LEAST);
        if (asked == null || !HttpMethod.GET.matches(request.getMethod())) {
            return true;
        }
        if (!FORM.matcher(asked).matches()) {
            throw new RejectedException(QueryRejection.MALFORMED_POSITION);
        }
        if (!positions.await(Long.parseLong(asked), LONGEST)) {
            throw new RejectedException(QueryRejection.NOT_YET_THERE);
        }
        return true;
    }
}
