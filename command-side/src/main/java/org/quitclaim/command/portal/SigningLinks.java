package org.quitclaim.command.portal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Function;
import org.quitclaim.domain.MalformedId;
import org.quitclaim.domain.consent.QuitclaimId;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.Vault;

/**
 * The person's own link: no account, nothing to remember.
 *
 * <p><b>Shape:</b> 26 characters that name the quitclaim and 26 that prove the link was issued here (128 bits of an HMAC
 * under the installation key). Nothing needs to be stored to check one.
 */
public final class SigningLinks {
    private static final int PART = 26;

    private final Vault vault;

    public SigningLinks(Vault vault) {
        this.vault = vault;
    }

    public String path(QuitclaimId quitclaim) {
        return "/q/" + token(quitclaim);
    }

    private String token(QuitclaimId quitclaim) {
        String body = quitclaim.value().substring(QuitclaimId.PREFIX.length());
        byte[] mac = vault.secrets().mac("signing-link", body.getBytes(StandardCharsets.US_ASCII));
        return body + IdMint.fromMac(mac, "", Function.identity());
    }

    /** The quitclaim a token is for; empty for anything that was not issued here. */
    public Optional<QuitclaimId> read(String token) {
        if (token.length() != 2 * PART) {
            return Optional.empty();
        }
        try {
            QuitclaimId quitclaim = new QuitclaimId(QuitclaimId.PREFIX + token.substring(0, PART));
            boolean ours = MessageDigest.isEqual(
                    token(quitclaim).getBytes(StandardCharsets.US_ASCII), token.getBytes(StandardCharsets.US_ASCII));
            return ours ? Optional.of(quitclaim) : Optional.empty();
        } catch (MalformedId e) {
            return Optional.empty();
        }
    }
}
