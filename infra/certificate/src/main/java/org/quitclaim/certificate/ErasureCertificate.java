package org.quitclaim.certificate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an installation states about one erasure.
 *
 * <p><b>Guarantees:</b> names nobody and holds nothing from which a person could be found: no name, no person id, no
 * record id. Keys go under ids that only the installation can link to their owners. What has not been done or was not
 * recorded is stated as such.
 *
 * <p><b>Shape:</b> codes in capitals, instants and days as ISO 8601 in UTC. No fractions, so that every JSON library
 * reads the numbers alike.
 *
 * <p><b>Source:</b> GDPR Art. 5(2), 11, 12(3), 17; NIST SP 800-88 on certificates of sanitization.
 *
 * @param format always {@value #FORMAT}; another one was written by another version
 * @param reference the opaque number of the case
 * @param installation who states it
 * @param software the version that stated it
 * @param checkAt where anybody can have it checked; absent unless the organisation declared its public address
 * @param controller as the organisation declares itself; absent if it does not
 * @param keys which keys are destroyed, with their ciphertexts
 * @param steps everything else the case had to do, in order
 * @param remnantSearch the search for what should be gone
 * @param checks what was tried to prove the statement wrong, as codes
 * @param method how the keys and what they sealed were destroyed
 * @param residuals what remains, as codes with the day by which it ends, if it does
 * @param carriedOutBy the role under which the work was done
 * @param secondPerson whether what takes two people does in this organisation
 * @param commitment SHA-256 that only the code in the person's letter opens; see {@link Commitment}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErasureCertificate(
        String format,
        String reference,
        String installation,
        String software,
        Instant issuedAt,
        Status status,
        @Nullable URI checkAt,
        @Nullable Controller controller,
        Order order,
        List<DestroyedKey> keys,
        Milestone keyBackupsUseless,
        Milestone machineImagesExpired,
        List<Step> steps,
        RemnantSearch remnantSearch,
        List<String> checks,
        Method method,
        List<Residual> residuals,
        String carriedOutBy,
        SecondPerson secondPerson,
        String commitment) {
    public static final String FORMAT = "quitclaim-erasure-certificate/1";

    /** The vault knows one way; each data key is 64 random bytes, wrapped under the protecting key of its epoch. */
    public static final Method METHOD =
            new Method("CRYPTOGRAPHIC_ERASE", "NIST SP 800-88", "AES-256-GCM", "AES-256-GCM", 256);

    /** Who the organisation says it is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Controller(String name, @Nullable String contact) {}

    /**
     * @param technique in the words of the standard
     * @param sealedWith what the destroyed key was used with
     * @param wrappedWith what the destroyed key itself was sealed with
     */
    public record Method(String technique, String standard, String sealedWith, String wrappedWith, int strengthBits) {}

    /** Whether something is still to be waited for. */
    public enum Status {
        PROVISIONAL,
        FINAL
    }

    /** Why and by when; a closed case has an end. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Order(
            String cause,
            Instant openedAt,
            LocalDate dueOn,
            @Nullable Instant closedAt) {}

    /**
     * One key and everything that was sealed under it.
     *
     * @param records how many ciphertexts that were
     */
    public record DestroyedKey(
            String keyId,
            String scope,
            int generation,
            Milestone keyDestroyed,
            Milestone ciphertextDeleted,
            int records) {}

    public record Step(String code, Milestone milestone) {}

    /** @param stores in which it was looked, as codes */
    public record RemnantSearch(Milestone clean, List<String> stores) {
        public RemnantSearch {
            stores = List.copyOf(stores);
        }
    }

    /** @param photos on how many photos the person was when it was ordered; only of what is said of photos */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Residual(
            String code,
            @Nullable LocalDate until,
            @Nullable Integer photos) {
        public Residual(String code, @Nullable LocalDate until) {
            this(code, until, null);
        }
    }

    /** @param since when that was declared; absent if nothing ever was */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SecondPerson(Rule rule, @Nullable Instant since) {
        public static final SecondPerson NEVER_DECLARED = new SecondPerson(Rule.REQUIRED, null);
    }

    /** Of accounts that show people, of keys that are destroyed by hand, and of the impact assessment. */
    public enum Rule {
        REQUIRED,
        NOT_REQUIRED,
        /** After it was not for a time. */
        REQUIRED_AGAIN
    }

    public ErasureCertificate {
        keys = List.copyOf(keys);
        steps = List.copyOf(steps);
        checks = List.copyOf(checks);
        residuals = List.copyOf(residuals);
    }
}
