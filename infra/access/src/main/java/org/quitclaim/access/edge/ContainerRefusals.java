package org.quitclaim.access.edge;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.problem.Problems;
import org.quitclaim.access.problem.RequestRejection;
import org.springframework.beans.factory.ObjectProvider;

/** Gives words to what the container refuses before the application sees it, such as an address that cannot be decoded. */
final class ContainerRefusals extends ErrorReportValve {
    private final ObjectProvider<Problems> problems;

    ContainerRefusals(ObjectProvider<Problems> problems) {
        this.problems = problems;
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
                problems.getObject().write(RequestRejection.MALFORMED_ADDRESS, request, response);
            } else {
                problems.getObject().write(status, request, response);
            }
            response.finishResponse();
        } catch (IOException gone) {
            container.getLogger().debug("the client is gone");
        }
    }
}
