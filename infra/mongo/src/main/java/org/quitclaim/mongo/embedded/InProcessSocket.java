package org.quitclaim.mongo.embedded;

import de.bwaldvogel.mongo.MongoBackend;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketOption;
import java.util.function.Supplier;
import javax.net.ssl.HandshakeCompletedListener;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * What the driver takes for a socket, and is none: no port, no file and no system call is behind it. It is an
 * {@link SSLSocket} because the driver takes sockets of another make for TLS only; nothing is encrypted, since nothing
 * leaves the process.
 */
final class InProcessSocket extends SSLSocket {
    private static final String[] NONE = {};

    private final Supplier<@Nullable MongoBackend> serving;
    private @Nullable InProcessConnection connection;
    private boolean closed;

    InProcessSocket(Supplier<@Nullable MongoBackend> serving) {
        this.serving = serving;
    }

    @Override
    public void connect(SocketAddress anywhere, int timeoutMillis) throws IOException {
        connection = new InProcessConnection(serving);
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return connected().answers();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return connected().questions();
    }

    private InProcessConnection connected() throws SocketException {
        if (connection == null || closed) {
            throw new SocketException("not connected");
        }
        return connection;
    }

    @Override
    public synchronized void close() {
        if (connection != null && !closed) {
            connection.close();
        }
        closed = true;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public boolean isConnected() {
        return connection != null;
    }

    @Override
    public <T> Socket setOption(SocketOption<T> option, T value) {
        return this;
    }

    @Override
    public void setTcpNoDelay(boolean on) {}

    @Override
    public void setKeepAlive(boolean on) {}

    @Override
    public void setSoTimeout(int millis) {}

    @Override
    public void setReceiveBufferSize(int size) {}

    @Override
    public void setSendBufferSize(int size) {}

    @Override
    public SSLParameters getSSLParameters() {
        return new SSLParameters();
    }

    @Override
    public void setSSLParameters(SSLParameters parameters) {}

    @Override
    public String[] getSupportedCipherSuites() {
        return NONE;
    }

    @Override
    public String[] getEnabledCipherSuites() {
        return NONE;
    }

    @Override
    public void setEnabledCipherSuites(String[] suites) {}

    @Override
    public String[] getSupportedProtocols() {
        return NONE;
    }

    @Override
    public String[] getEnabledProtocols() {
        return NONE;
    }

    @Override
    public void setEnabledProtocols(String[] protocols) {}

    @Override
    public SSLSession getSession() {
        throw new UnsupportedOperationException("nothing is encrypted within the process");
    }

    @Override
    public void addHandshakeCompletedListener(HandshakeCompletedListener listener) {}

    @Override
    public void removeHandshakeCompletedListener(HandshakeCompletedListener listener) {}

    @Override
    public void startHandshake() {}

    @Override
    public void setUseClientMode(boolean mode) {}

    @Override
    public boolean getUseClientMode() {
        return true;
    }

    @Override
    public void setNeedClientAuth(boolean need) {}

    @Override
    public boolean getNeedClientAuth() {
        return false;
    }

    @Override
    public void setWantClientAuth(boolean want) {}

    @Override
    public boolean getWantClientAuth() {
        return false;
    }

    @Override
    public void setEnableSessionCreation(boolean flag) {}

    @Override
    public boolean getEnableSessionCreation() {
        return false;
    }
}
