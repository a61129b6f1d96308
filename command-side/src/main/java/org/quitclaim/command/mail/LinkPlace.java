package org.quitclaim.command.mail;

import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quitclaim.certificate.OrganisationDetails;
import org.quitclaim.command.organisation.SelfDescription;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import org.springframework.core.env.Environment;

/**
 * Where a link leads, and who sends it: as the organisation says, never as a request says.
 *
 * <p><b>Guarantees:</b> a server that only this machine can reach is named so where the organisation said nothing.
 */
final class LinkPlace {
    private static final AccessReason READING =
            new AccessReason(new Accessor.SystemTask("invitation"), "SYSTEM", AccessPurpose.CONSENT);

    private final SelfDescription organisation;
    private final Environment environment;

    LinkPlace(SelfDescription organisation, Environment environment) {
        this.organisation = organisation;
        this.environment = environment;
    }

    /** What the organisation says of itself; nothing where it said nothing. */
    OrganisationDetails organisation() {
        return organisation.details(READING);
    }

    /** Empty where the link would lead nowhere. */
    Optional<URI> of(OrganisationDetails said, String path) {
        return said.at(path).or(() -> onThisMachine(path));
    }

    /** Whether the server is not yet far enough to know its own port. */
    boolean notYetKnown() {
        return port() == null;
    }

    private Optional<URI> onThisMachine(String path) {
        String bound = environment.getProperty("server.address", "");
        return isLoopback(bound) && port() != null
                ? Optional.of(URI.create("http://localhost:" + port() + path))
                : Optional.empty();
    }

    private static boolean isLoopback(String bound) {
        try {
            return bound.equals("localhost") || InetAddress.ofLiteral(bound).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private @Nullable String port() {
        return environment.getProperty("local.server.port");
    }
}
