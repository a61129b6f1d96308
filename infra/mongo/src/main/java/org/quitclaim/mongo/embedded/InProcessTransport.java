package org.quitclaim.mongo.embedded;

import de.bwaldvogel.mongo.MongoBackend;
import java.net.InetAddress;
import java.net.Socket;
import java.security.SecureRandom;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Leads the driver to the server of this process, by the one place at which the driver lets itself be given sockets: the
 * context for TLS.
 */
final class InProcessTransport extends SSLContextSpi {
    private final Supplier<@Nullable MongoBackend> serving;

    private InProcessTransport(Supplier<@Nullable MongoBackend> serving) {
        this.serving = serving;
    }

    /** @param serving the server; null while there is none */
    static SSLContext to(Supplier<@Nullable MongoBackend> serving) {
        return new Context(new InProcessTransport(serving));
    }

    private static final class Context extends SSLContext {
        Context(SSLContextSpi transport) {
            super(transport, null, "in-process");
        }
    }

    @Override
    protected SSLSocketFactory engineGetSocketFactory() {
        return new Sockets(serving);
    }

    @Override
    protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random) {
        throw notTls();
    }

    @Override
    protected SSLServerSocketFactory engineGetServerSocketFactory() {
        throw notTls();
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
        throw notTls();
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(String host, int port) {
        throw notTls();
    }

    @Override
    protected SSLSessionContext engineGetServerSessionContext() {
        throw notTls();
    }

    @Override
    protected SSLSessionContext engineGetClientSessionContext() {
        throw notTls();
    }

    private static UnsupportedOperationException notTls() {
        return new UnsupportedOperationException("only sockets within the process are made here");
    }

    private static final class Sockets extends SSLSocketFactory {
        private final Supplier<@Nullable MongoBackend> serving;

        Sockets(Supplier<@Nullable MongoBackend> serving) {
            this.serving = serving;
        }

        @Override
        public Socket createSocket() {
            return new InProcessSocket(serving);
        }

        @Override
        public Socket createSocket(Socket over, String host, int port, boolean autoClose) {
            throw notTls();
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw notTls();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) {
            throw notTls();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw notTls();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
            throw notTls();
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return new String[0];
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return new String[0];
        }
    }
}
