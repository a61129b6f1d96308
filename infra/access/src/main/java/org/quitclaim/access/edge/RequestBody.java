package org.quitclaim.access.edge;

import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.access.problem.RequestRejection;

/**
 * The body of the request on one connection, as far as it may be read.
 *
 * <p><b>Guarantees:</b> whoever reads it, the container's own readers of forms and files too, gets at most {@link #MOST}
 * bytes, or {@link #MOST_UPLOADED} after {@link #allowUpload}; and only as long as it comes at {@value #BYTES_A_SECOND} bytes
 * a second after a first {@link #GRACE}. A length that says too much is refused before a byte is read.
 *
 * <p><b>Errors:</b> {@link RejectedException} with {@code request.too-large} or {@code request.too-slow}.
 *
 * <p><b>Thread-safety:</b> for the thread that serves the request.
 */
public final class RequestBody implements InputBuffer {
    /** JSON and forms: a certificate of half a megabyte in base64 is the largest that anybody has to send. */
    public static final long MOST = 1L << 20;
    /** More than the largest photo, so that a photo that is too large is told so. */
    static final long MOST_UPLOADED = 128L << 20;

    static final Duration GRACE = Duration.ofSeconds(20);
    static final long BYTES_A_SECOND = 16 * 1024;

    /** What is left of a refused body is thrown away for this long, so that the answer is not lost by a reset. */
    private static final Duration LINGER = Duration.ofSeconds(5);

    private static final String ATTRIBUTE = RequestBody.class.getName();

    private final Connections connections;
    private final Request request;
    private final InputBuffer source;
    private @Nullable Connection connection;
    private long limit = MOST;
    private long received;
    private long begun;
    private boolean ended;

    /** Takes the place of what {@code request} reads from. */
    RequestBody(Connections connections, Request request) {
        this.connections = connections;
        this.request = request;
        this.source = request.getInputBuffer();
        request.setInputBuffer(this);
    }

    static Optional<RequestBody> of(Request request) {
        return Optional.ofNullable(request.getInputBuffer() instanceof RequestBody body ? body : null);
    }

    /** Lets a request be as long as a photo; to be called once it is known that its sender may send one. */
    public static void allowUpload(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof RequestBody body) {
            body.limit = MOST_UPLOADED;
        }
    }

    /** Whether {@link #allowUpload} was called; also where no body is bounded here. */
    public static boolean isUploadAllowed(ServletRequest request) {
        return !(request.getAttribute(ATTRIBUTE) instanceof RequestBody body) || body.limit == MOST_UPLOADED;
    }

    void connectedBy(Connection by) {
        connection = by;
    }

    void begin(ServletRequest servletRequest) {
        limit = MOST;
        received = 0;
        begun = 0;
        ended = false;
        servletRequest.setAttribute(ATTRIBUTE, this);
        if (connection != null) {
            connection.enter(Connection.Phase.WORK);
        }
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        if (begun == 0) {
            begun = System.nanoTime();
        }
        if (request.getContentLengthLong() > limit || received > limit) {
            throw new RejectedException(RequestRejection.BODY_TOO_LARGE);
        }
        if (isTooSlow()) {
            throw new RejectedException(RequestRejection.BODY_TOO_SLOW);
        }
        int count = read(handler);
        if (received > limit) {
            throw new RejectedException(RequestRejection.BODY_TOO_LARGE);
        }
        return count;
    }

    private int read(ApplicationBufferHandler handler) throws IOException {
        Connection from = connection;
        if (from == null) {
            return counted(source.doRead(handler));
        }
        connections.awaits(from, begun, received);
        try {
            return counted(source.doRead(handler));
        } finally {
            connections.received(from);
        }
    }

    private int counted(int count) {
        ended = count < 0;
        received += Math.max(0, count);
        return count;
    }

    private boolean isTooSlow() {
        long allowed = GRACE.plusMillis(received * 1_000 / BYTES_A_SECOND).toNanos();
        return System.nanoTime() - begun > allowed;
    }

    /** Throws away what nobody read, for a while; then the connection is given up. */
    void leave() throws IOException {
        long until = System.nanoTime() + LINGER.toNanos();
        long most = received + MOST_UPLOADED;
        ApplicationBufferHandler nowhere = new Nowhere();
        if (begun == 0) {
            begun = System.nanoTime();
        }
        while (!ended && received < most && System.nanoTime() < until) {
            read(nowhere);
        }
        if (!ended) {
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    @Override
    public int available() {
        return source.available();
    }

    /** The container shortens what it gave when the next request came with it, so it has to be kept until then. */
    private static final class Nowhere implements ApplicationBufferHandler {
        private ByteBuffer given = EMPTY_BUFFER;

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            given = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return given;
        }

        @Override
        public void expand(int size) {
            // nothing is collected
        }
    }
}
