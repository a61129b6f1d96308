package org.quitclaim.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.quitclaim.vault.InstallationSecrets;

/**
 * The bits of which an id or a secret is made that a POST creates: random, or always the same for a repeated idempotency
 * key, so that an answer that got lost can be asked for again.
 *
 * <p><b>Guarantees:</b> HMAC under the installation key over account, route, use and key; nothing is kept. Whoever knows the
 * key and not the installation's learns nothing.
 */
public interface CreationBits {
    String HEADER = "Idempotency-Key";

    /**
     * For one use of one creation.
     *
     * @return 32 bytes
     */
    byte[] of(String use);

    /** Of one request. */
    static CreationBits of(InstallationSecrets secrets, Actor actor, String route, @Nullable String key) {
        if (key == null || key.isBlank()) {
            return random();
        }
        String request = actor.id().value() + '\u0000' + route + '\u0000' + key + '\u0000';
        return use -> secrets.mac("creation", (request + use).getBytes(StandardCharsets.UTF_8));
    }

    static CreationBits random() {
        SecureRandom random = new SecureRandom();
        return use -> {
            byte[] bits = new byte[32];
            random.nextBytes(bits);
            return bits;
        };
    }
}
