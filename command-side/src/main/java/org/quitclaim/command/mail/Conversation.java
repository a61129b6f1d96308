package org.quitclaim.command.mail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.SocketFactory;

/**
 * One conversation with a mail server, bounded as a whole: what the library bounds is each wait for a byte, so a server that
 * goes on talking would be listened to for ever, and kept in memory.
 *
 * <p><b>Guarantees:</b> of what the server says, before TLS and inside it, at most {@value #MOST_BYTES} bytes are read, and
 * none after the time that was given, however slowly they come. Once the letter is handed over, the server has the time for
 * taking it, and no other.
 *
 * <p><b>Errors:</b> {@link IOException}s that quote nothing.
 *
 * <p><b>Thread-safety:</b> for the thread that sends one letter.
 */
final class Conversation extends SocketFactory {
    /** Certificates and greetings are a few thousand. */
    static final int MOST_BYTES = 256 * 1024;

    private final Duration perAnswer;
    private final Duration forTaking;
    private long endsNanos;
    private long read;
    private boolean handedOver;

    /**
     * @param perAnswer for each wait
     * @param whole for everything until the letter is handed over
     * @param forTaking for the answer to the end of the letter
     */
    Conversation(Duration perAnswer, Duration whole, Duration forTaking) {
        this.perAnswer = perAnswer;
        this.forTaking = forTaking;
        this.endsNanos = System.nanoTime() + whole.toNanos();
    }

    /** The last byte of the letter is about to leave: from now on its server may have it, whatever it answers. */
    void handsOver() {
        handedOver = true;
        endsNanos = System.nanoTime() + forTaking.toNanos();
    }

    boolean isHandedOver() {
        return handedOver;
    }

    private int waitMillis() throws SocketTimeoutException {
        long left = (endsNanos - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException("the time for this conversation is over");
        }
        return (int) Math.min(left, handedOver ? forTaking.toMillis() : perAnswer.toMillis());
    }

    private void count(int bytes) throws IOException {
        read += Math.max(0, bytes);
        if (read > MOST_BYTES) {
            throw new IOException("the mail server says too much");
        }
    }

    @Override
    public Socket createSocket() {
        return new Bounded();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw new IOException("only sockets that are connected in bounded time");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(host.getHostAddress(), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(host, port);
    }

    /** What goes over it with TLS is read through it as well. */
    private final class Bounded extends Socket {
        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    limitWait();
                    int one = in.read();
                    count(1);
                    return one;
                }

                @Override
                public int read(byte[] into, int from, int length) throws IOException {
                    limitWait();
                    int bytes = in.read(into, from, length);
                    count(bytes);
                    return bytes;
                }
            };
        }

        private void limitWait() throws SocketException, SocketTimeoutException {
            super.setSoTimeout(waitMillis());
        }

        /** The library says how long it wants to wait, and TLS before closing; none of it counts here. */
        @Override
        public void setSoTimeout(int millis) {
            // decided before each read
        }
    }
}
