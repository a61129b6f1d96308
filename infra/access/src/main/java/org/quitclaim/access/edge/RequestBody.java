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

    private static final String ATTRIBUTE = RequestBody.class.getName();

    private final Connections connections;
    private final Request request;
    private final InputBuffer source;
    private @Nullable HeldChannel channel;
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

    void connectedBy(HeldChannel by) {
        channel = by;
    }

    void begin(ServletRequest servletRequest) {
        limit = MOST;
        received = 0;
        begun = 0;
        ended = false;
        servletRequest.setAttribute(ATTRIBUTE, this);
        if (channel != null) {
            channel.connection().enter(Connection.Phase.WORK);
            channel.connection().answers();
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
        if (isTooSlow(begun, received) || channel != null && channel.isTooSlow()) {
            throw new RejectedException(RequestRejection.BODY_TOO_SLOW);
        }
        int count = read(handler);
        if (received > limit) {
            throw new RejectedException(RequestRejection.BODY_TOO_LARGE);
        }
        return count;
    }

    private int read(ApplicationBufferHandler handler) throws IOException {
        HeldChannel from = channel;
        if (from == null) {
            return counted(source.doRead(handler));
        }
        from.readsBody(true);
        try {
            return from.isWhole() ? counted(source.doRead(handler)) : awaited(from, handler);
        } finally {
            from.readsBody(false);
        }
    }

    private int awaited(HeldChannel from, ApplicationBufferHandler handler) throws IOException {
        connections.awaits(from.connection(), begun, received);
        try {
            return counted(source.doRead(handler));
        } finally {
            connections.received(from.connection());
        }
    }

    private int counted(int count) {
        ended = count < 0;
        received += Math.max(0, count);
        return count;
    }

    /** Whether so much in all the time since {@code begun} is too little. */
    static boolean isTooSlow(long begun, long bytes) {
        return System.nanoTime() - begun
                > GRACE.plusMillis(bytes * 1_000 / BYTES_A_SECOND).toNanos();
    }

    /**
     * Throws away what nobody read: at once if all of it is there, else without keeping a thread for it; then the connection is
     * given up.
     */
    void leave() throws IOException {
        HeldChannel from = channel;
        if (from != null && from.isWhole()) {
            ApplicationBufferHandler nowhere = new Nowhere();
            while (!ended) {
                read(nowhere);
            }
        } else if (!isOver()) {
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            if (from != null) {
                from.leave();
            }
        }
    }

    private boolean isOver() {
        long length;
        try {
            length = request.getContentLengthLong();
        } catch (IllegalArgumentException noLength) {
            // the container refuses such a request, and whatever came with it is no other one
            return false;
        }
        boolean hasNone = length < 0 && request.getHeader("Transfer-Encoding") == null;
        return ended || hasNone || length >= 0 && received >= length;
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
