package org.quitclaim.access.edge;

import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.problem.Problems;
import org.quitclaim.access.problem.RequestRejection;
import org.springframework.beans.factory.ObjectProvider;

/** Gives words to what the container refuses before the application sees it, such as an address that cannot be decoded. */
final class ContainerRefusals extends ErrorReportValve {
    /** Nothing encoded, and no step upwards. */
    private static final Pattern PLAIN = Pattern.compile("(?:/(?!\\.\\.?(?:/|$))[A-Za-z0-9._~!$&'()*+,=:@-]*)+");

    private final ObjectProvider<Problems> problems;

    ContainerRefusals(ObjectProvider<Problems> problems) {
        this.problems = problems;
    }

    /** The container looks at the address last: what stands under a plain one was refused for its headers. */
    private static RequestRejection unmapped(Request request) {
        String address = request.getRequestURI();
        return address != null && PLAIN.matcher(address).matches()
                ? RequestRejection.HEADER_REFUSED
                : RequestRejection.MALFORMED_ADDRESS;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            if ("CONNECT".equals(request.getMethod())) {
                problems.getObject().write(RequestRejection.METHOD_NOT_ALLOWED, request, response);
            } else if (status == 400 && request.getContext() == null) {
                problems.getObject().write(unmapped(request), request, response);
            } else {
                problems.getObject().write(status, request, response);
            }
            response.finishResponse();
        } catch (IOException gone) {
            container.getLogger().debug("the client is gone");
        }
    }
}
