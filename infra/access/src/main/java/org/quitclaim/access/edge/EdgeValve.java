package org.quitclaim.access.edge;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Goes before everything else that sees a request: says who sent it and whether over TLS, bounds its body, and after the
 * answer disposes of what nobody read.
 */
final class EdgeValve extends ValveBase {
    private static final String FOR = "X-Forwarded-For";
    private static final String PROTO = "X-Forwarded-Proto";
    private static final String HTTPS = "https";
    private static final int HTTPS_PORT = 443;

    private final TrustedProxies proxies;
    private final boolean overTls;

    EdgeValve(TrustedProxies proxies, boolean overTls) {
        super(true);
        this.proxies = proxies;
        this.overTls = overTls;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        Optional<RequestBody> body = RequestBody.of(request.getCoyoteRequest());
        body.ifPresent(read -> read.begin(request));
        boolean secure = overTls;
        if (proxies.contains(request.getRemoteAddr())) {
            String sender = proxies.sender(request.getRemoteAddr(), values(request, FOR));
            request.setRemoteAddr(sender);
            request.setRemoteHost(sender);
            List<String> protocols = values(request, PROTO);
            secure |= !protocols.isEmpty() && protocols.getLast().strip().equalsIgnoreCase(HTTPS);
        }
        if (secure) {
            request.setSecure(true);
            request.getCoyoteRequest().scheme().setString(HTTPS);
            request.setServerPort(HTTPS_PORT);
        }
        getNext().invoke(request, response);
        if (body.isPresent()
                && !request.isAsync()
                && !request.getCoyoteRequest().hasExpectation()) {
            response.finishResponse();
            body.get().leave();
        }
    }

    private static List<String> values(Request request, String header) {
        return Collections.list(request.getHeaders(header)).stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .toList();
    }
}
