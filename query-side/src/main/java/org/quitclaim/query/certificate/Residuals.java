package org.quitclaim.query.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quitclaim.certificate.ErasureCertificate.Residual;
import org.quitclaim.domain.consent.ErasureCause;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.query.erasure.CaseFacts;
import org.quitclaim.vault.KeyOwner;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;

/**
 * What an erasure leaves, worked out from the person's history and the vault.
 *
 * <p><b>Guarantees:</b> a day stands beside what remains only where a duty of the program ends it on that day. Whatever
 * cannot be known is said to be unknown, not left out.
 */
final class Residuals {
    private final Vault vault;
    private final Function<PersonId, PersonFacts> persons;
    private final Period evidence;
    private final Instant startedAt;

    /** @param startedAt since when this process runs, and so may remember what it held */
    Residuals(Vault vault, Function<PersonId, PersonFacts> persons, Period evidence, Instant startedAt) {
        this.vault = vault;
        this.persons = persons;
        this.evidence = evidence;
        this.startedAt = startedAt;
    }

    /** @param destroyed when the last of the keys went; absent while one is still there */
    List<Residual> of(CaseFacts facts, @Nullable Instant destroyed, boolean epochRetired) throws VaultException {
        PersonFacts person = persons.apply(facts.person());
        List<Residual> left = new ArrayList<>();
        left.add(new Residual("PHOTOS_SHOW", null));
        if (alive(facts.person(), KeyScope.IDENTITY)) {
            left.add(new Residual("IDENTITY_KEPT", null));
        }
        if (alive(facts.person(), KeyScope.EVIDENCE)) {
            left.add(new Residual("EVIDENCE_KEPT", evidenceUntil(facts)));
            if (person.represented()) {
                left.add(new Residual("REPRESENTATIVES_NAMED", evidenceUntil(facts)));
            }
        }
        left.add(new Residual("PSEUDONYMOUS_HISTORY", null));
        left.add(new Residual(person.used() ? "PUBLISHED_COPIES" : "PUBLISHED_UNKNOWN", null));
        if (destroyed == null || !startedAt.isAfter(destroyed)) {
            left.add(new Residual("MEMORY_UNTIL_RESTART", null));
        }
        // a restart ends none of these, and nothing tells the program that they are gone
        left.add(new Residual("SWAP_AND_DUMPS", null));
        if (!epochRetired) {
            left.add(new Residual("STORAGE_MEDIA", null));
        }
        if (vault.epochs().keptByPlatform()) {
            // a file that is not mounted any more is not shown to be destroyed
            left.add(new Residual("PLATFORM_KEY_COPIES", null));
        }
        return left;
    }

    /** Its clock began when the last consent ended, which only a wish to be erased altogether tells for sure. */
    private @Nullable LocalDate evidenceUntil(CaseFacts facts) {
        return facts.cause() == ErasureCause.REQUEST
                ? facts.openedAt().atOffset(ZoneOffset.UTC).toLocalDate().plus(evidence)
                : null;
    }

    private boolean alive(PersonId person, KeyScope scope) throws VaultException {
        return vault.generations(KeyOwner.of(person), scope).stream()
                .anyMatch(status -> status.state() != KeyState.DESTROYED);
    }
}
