package org.quitclaim.command.dispatch;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.domain.Rejection;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.Vault;

/**
 * Ids of what a POST creates: random, or always the same for a repeated idempotency key.
 *
 * <p><b>Guarantees:</b> HMAC under the installation key over account, route and key, so that a repeated request arrives
 * at the same stream, and a stream begins once.
 */
public final class Creations {
    public static final String HEADER = "Idempotency-Key";

    private final Vault vault;

    public Creations(Vault vault) {
        this.vault = vault;
    }

    /** @param key the header's value, or null when none was sent */
    public <T> T id(@Nullable String key, Origin origin, String route, String prefix, Function<String, T> constructor) {
        if (key == null || key.isBlank()) {
            return IdMint.mint(prefix, constructor);
        }
        String material = origin.actor() + '\u0000' + route + '\u0000' + prefix + '\u0000' + key;
        return IdMint.fromMac(
                vault.secrets().mac("idempotency", material.getBytes(StandardCharsets.UTF_8)), prefix, constructor);
    }

    /** Whether the refusal only says that a repeated request was carried out before. */
    public static boolean repeated(@Nullable String key, RejectedException refusal, Rejection exists) {
        return key != null && !key.isBlank() && refusal.rejection().equals(exists);
    }
}
