package org.quitclaim.access.account;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Hashes passwords with Argon2id.
 *
 * <p><b>Guarantees:</b> at most two hashes at a time, so that attempts cannot exhaust memory; a check against no hash
 * at all takes as long as one against a hash.
 *
 * <p><b>Shape:</b> 19 MiB, two passes, one lane; 16-byte salt, 32-byte hash, PHC string.
 *
 * <p><b>Source:</b> RFC 9106; the parameters are OWASP's minimum for Argon2id.
 */
final class PasswordHashing {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore atOnce = new Semaphore(2);
    private final String nobody = unknown();

    String hash(Password password) {
        atOnce.acquireUninterruptibly();
        try {
            return argon2.encode(password.value());
        } finally {
            atOnce.release();
        }
    }

    /** A hash in the shape of {@link #hash}, of no known password: drawn, because to make one takes as long as a login. */
    static String unknown() {
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(MEMORY_KIB, PASSES, LANES, drawn(SALT_BYTES), drawn(HASH_BYTES));
    }

    private static String drawn(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().withoutPadding().encodeToString(random);
    }

    boolean matches(Password password, String hash) {
        atOnce.acquireUninterruptibly();
        try {
            return argon2.matches(password.value(), hash);
        } finally {
            atOnce.release();
        }
    }

    /** Takes the time of a check, for a login name that nobody has. */
    void pretend(Password password) {
        matches(password, nobody);
    }
}
