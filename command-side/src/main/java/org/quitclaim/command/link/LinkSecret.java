package org.quitclaim.command.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.quitclaim.domain.MalformedId;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.link.Link;
import org.quitclaim.vault.IdMint;

/**
 * What a link says.
 *
 * <p><b>Shape:</b> 26 characters that name the quitclaim, so that whoever holds it needs no list to be found in, and 26 of
 * 128 random bits. Of these only a SHA-256 is kept: there are too many to try.
 */
public record LinkSecret(QuitclaimId quitclaim, String random) {
    private static final int PART = 26;

    public static LinkSecret mint(QuitclaimId quitclaim) {
        return new LinkSecret(quitclaim, IdMint.mint("", Function.identity()));
    }

    /** Empty for what has not the form of a link. */
    public static Optional<LinkSecret> read(String token) {
        if (token.length() != 2 * PART) {
            return Optional.empty();
        }
        try {
            QuitclaimId quitclaim = new QuitclaimId(QuitclaimId.PREFIX + token.substring(0, PART));
            return Optional.of(new LinkSecret(quitclaim, token.substring(PART)));
        } catch (MalformedId e) {
            return Optional.empty();
        }
    }

    public String path() {
        return "/q/" + quitclaim.value().substring(QuitclaimId.PREFIX.length()) + random;
    }

    /** Bound to the quitclaim, so that the same random part is no link to another one. */
    public String sha256() {
        try {
            byte[] text = ("quitclaim-link:" + quitclaim.value() + ":" + random).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean opens(Link link) {
        return MessageDigest.isEqual(
                link.sha256().getBytes(StandardCharsets.US_ASCII), sha256().getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "LinkSecret[" + quitclaim + "]";
    }
}
