package org.quitclaim.command.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * TLS to a mail server whose certificate is known by its digest, over a bounded conversation.
 *
 * <p><b>Guarantees:</b> takes a certificate with one of these digests, within its time, and no other, whoever vouches for it.
 * That it names the host is looked at by the library besides.
 */
final class PinnedTls extends SSLSocketFactory {
    private final Conversation conversation;
    private final SSLSocketFactory tls;

    /** @param digests SHA-256 of certificates in DER, in small hexadecimal digits */
    PinnedTls(Conversation conversation, Set<String> digests) {
        this.conversation = conversation;
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Pinned(digests)}, null);
            tls = context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Pinned(Set<String> digests) implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("nobody connects here");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            chain[0].checkValidity();
            if (!digests.contains(digest(chain[0]))) {
                throw new CertificateException("another certificate than the one that is pinned");
            }
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    static String digest(X509Certificate certificate) throws CertificateEncodingException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return tls.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return tls.getSupportedCipherSuites();
    }

    /** Not secured yet: the library connects it, and then lays TLS over it by the next method. */
    @Override
    public Socket createSocket() {
        return conversation.createSocket();
    }

    @Override
    public Socket createSocket(Socket under, String host, int port, boolean close) throws IOException {
        return tls.createSocket(under, host, port, close);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return conversation.createSocket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return conversation.createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return conversation.createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return conversation.createSocket(host, port);
    }
}
