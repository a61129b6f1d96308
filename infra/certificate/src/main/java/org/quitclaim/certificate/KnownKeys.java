package org.quitclaim.certificate;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The keys that somebody holds to be an installation's own, by id.
 *
 * <p><b>Shape:</b> a JSON Web Key Set as {@code /.well-known/jwks.json} serves it; it may name the installation. Keys of
 * other kinds are passed over.
 *
 * @param installation whose keys these are; absent when the set does not say
 */
public record KnownKeys(@Nullable String installation, Map<String, VerificationKey> keys) {
    /** Where an installation keeps its public keys, in its data folder. */
    public static final String FILE = "public-keys.json";

    public KnownKeys {
        keys = Map.copyOf(keys);
    }

    /** @throws MalformedKeys if this is no key set, or one without a key that could sign a certificate */
    public static KnownKeys parse(byte[] jwks) throws MalformedKeys {
        try {
            JsonNode set = CanonicalJson.MAPPER.readTree(new String(jwks, StandardCharsets.UTF_8));
            Map<String, VerificationKey> keys = new HashMap<>();
            for (JsonNode one : set.path("keys").values()) {
                if ("P-256".equals(one.path("crv").asString(""))) {
                    VerificationKey key = new VerificationKey(
                            "P-256",
                            one.path("kty").asString(""),
                            one.path("x").asString(""),
                            one.path("y").asString(""));
                    keys.put(key.id(), key);
                }
            }
            if (keys.isEmpty()) {
                throw new MalformedKeys();
            }
            JsonNode installation = set.path("installation");
            return new KnownKeys(installation.isString() ? installation.asString() : null, keys);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new MalformedKeys();
        }
    }

    /** A key set of these keys, with the members that verifiers of clearances and certificates look for. */
    public static String jwks(String installation, List<Map<String, Object>> keys) {
        return CanonicalJson.of(Map.of("installation", installation, "keys", keys));
    }

    /** The members of one key of a set. */
    public static Map<String, Object> jwk(VerificationKey key) {
        return Map.of(
                "kty", key.type(),
                "crv", key.curve(),
                "x", key.x(),
                "y", key.y(),
                "kid", key.id(),
                "alg", SignedCertificate.ALGORITHM,
                "use", "sig");
    }

    /** That a file is no key set. */
    public static final class MalformedKeys extends Exception {
        MalformedKeys() {
            super("this is no JSON Web Key Set with a P-256 key");
        }
    }
}
