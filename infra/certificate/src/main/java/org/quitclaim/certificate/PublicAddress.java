package org.quitclaim.certificate;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where people reach the installation; what is signed, printed or mailed points here.
 *
 * <p><b>Guarantees:</b> a scheme, a host and perhaps a port, nothing else; {@code https}, or {@code http} to this very
 * machine. So nothing that is appended to it can lead elsewhere.
 */
public record PublicAddress(URI value) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int PORTS = 65_535;

    public PublicAddress {
        if (!isUsable(value)) {
            throw new IllegalArgumentException("a public address is https, a host and perhaps a port");
        }
    }

    /** Empty if it cannot be one. */
    public static Optional<PublicAddress> parse(String typed) {
        try {
            URI uri = URI.create(typed.strip());
            String path = uri.getRawPath();
            return uri.getHost() == null || uri.getScheme() == null || !(path.isEmpty() || path.equals("/"))
                    ? Optional.empty()
                    : Optional.of(new PublicAddress(URI.create((uri.getScheme() + "://" + uri.getRawAuthority()
                                    + (uri.getRawQuery() == null ? "" : "?")
                                    + (uri.getRawFragment() == null ? "" : "#"))
                            .toLowerCase(Locale.ROOT))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** @param path begins with a slash */
    public URI at(String path) {
        return URI.create(value + path);
    }

    private static boolean isUsable(URI uri) {
        String host = uri.getHost();
        return host != null
                && uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getRawPath().isEmpty()
                && uri.getPort() <= PORTS
                && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && THIS_MACHINE.contains(host)));
    }
}
