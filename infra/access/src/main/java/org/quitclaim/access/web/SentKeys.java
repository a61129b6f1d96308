package org.quitclaim.access.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came last with an idempotency key.
 *
 * <p><b>Guarantees:</b> the last {@link #REMEMBERED} keys of this process, as digests under a secret that ends with it: what
 * was sent cannot be guessed from them, and nothing is on disk. Not guaranteed: a restart, or another process, knows none
 * of them; a key that comes again is then answered as before, whatever is in the body.
 *
 * <p><b>Thread-safety:</b> safe.
 */
final class SentKeys {
    /** Whoever got no answer asks again within minutes; this is some of those at the highest rate there is. */
    static final int REMEMBERED = 20_000;

    private static final JsonMapper IN_ORDER =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    private final byte[] secret = new byte[32];
    private final Map<String, String> bodies = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    SentKeys() {
        new SecureRandom().nextBytes(secret);
    }

    /** Whether a key came before, and with what. */
    enum Seen {
        FIRST,
        SAME,
        OTHER
    }

    /** Of two that come at once, one is the first. JSON is the same whatever the order of its fields and its spaces. */
    Seen note(String about, byte[] body) {
        String key = digest(about.getBytes(StandardCharsets.UTF_8));
        String now = digest(inOrder(body));
        synchronized (bodies) {
            String before = bodies.putIfAbsent(key, now);
            return before == null ? Seen.FIRST : before.equals(now) ? Seen.SAME : Seen.OTHER;
        }
    }

    void forget(String about) {
        synchronized (bodies) {
            bodies.remove(digest(about.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static byte[] inOrder(byte[] body) {
        try {
            return IN_ORDER.writeValueAsBytes(IN_ORDER.readTree(body));
        } catch (JacksonException malformed) {
            // refused by whoever reads it next
            return body;
        }
    }

    private String digest(byte[] bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(secret);
            return HexFormat.of().formatHex(digest.digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
