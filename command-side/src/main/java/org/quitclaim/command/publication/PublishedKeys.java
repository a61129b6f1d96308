package org.quitclaim.command.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quitclaim.access.Public;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.access.problem.RequestRejection;
import org.quitclaim.certificate.KnownKeys;
import org.quitclaim.certificate.VerificationKey;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public keys with which clearances and erasure certificates are checked. */
@RestController
class PublishedKeys {
    private static final TypeReference<Map<String, Object>> KEY = new TypeReference<>() {};

    private final Vault vault;
    private final JsonMapper json;

    PublishedKeys(Vault vault, JsonMapper json) {
        this.vault = vault;
        this.json = json;
    }

    @GetMapping(path = "/.well-known/jwks.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Public
    String jwks() {
        try {
            return of(vault, json);
        } catch (VaultException.SigningStopped e) {
            throw new RejectedException(RequestRejection.SIGNING_STOPPED);
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }

    /** The keys that sign here; the first call makes them. */
    static String of(Vault vault, JsonMapper json) throws VaultException {
        List<Map<String, Object>> keys = new ArrayList<>();
        for (JsonNode key : json.readTree(vault.clearanceSigner().publicJwks()).path("keys")) {
            keys.add(json.convertValue(key, KEY));
        }
        vault.certificateSigner().publicKeys().forEach(key -> keys.add(KnownKeys.jwk(VerificationKey.of(key))));
        return KnownKeys.jwks(vault.installation().value(), keys);
    }
}
