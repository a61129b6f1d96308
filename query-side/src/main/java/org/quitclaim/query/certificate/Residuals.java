package org.quitclaim.query.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quitclaim.certificate.ErasureCertificate.Residual;
import org.quitclaim.domain.consent.ConsentEvent.PhotosLeft;
import org.quitclaim.domain.consent.ErasureCause;
import org.quitclaim.domain.erasure.ErasureStep;
import org.quitclaim.domain.id.PersonId;
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
    private final ZoneId zone;

    /** @param zone in whose days the proof's own clock and a hold end */
    Residuals(Vault vault, Function<PersonId, PersonFacts> persons, Period evidence, ZoneId zone) {
        this.vault = vault;
        this.persons = persons;
        this.evidence = evidence;
        this.zone = zone;
    }

    boolean represented(PersonId person) {
        return persons.apply(person).represented();
    }

    /**
     * @param photos how many went as they were, covered or altogether
     * @param remembered whether one of the keys is still there, or went since this process runs, which may remember it
     */
    List<Residual> of(CaseFacts facts, int photos, boolean remembered, boolean epochRetired) throws VaultException {
        PersonFacts person = persons.apply(facts.person());
        List<Residual> left = new ArrayList<>();
        photos(facts, person, photos).ifPresent(left::add);
        if (alive(facts.person(), KeyScope.IDENTITY)) {
            left.add(new Residual("IDENTITY_KEPT", null));
        }
        if (alive(facts.person(), KeyScope.EVIDENCE)) {
            LocalDate until = evidenceUntil(facts, person);
            left.add(new Residual("EVIDENCE_KEPT", until));
            if (person.represented()) {
                left.add(new Residual("REPRESENTATIVES_NAMED", until));
            }
        }
        left.add(new Residual("PSEUDONYMOUS_HISTORY", null));
        left.add(new Residual(person.used() ? "PUBLISHED_COPIES" : "PUBLISHED_UNKNOWN", null));
        if (remembered) {
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

    /** Whoever was on no photo when hers were covered or removed is not said to be on one. */
    private static Optional<Residual> photos(CaseFacts facts, PersonFacts person, int photos) {
        PhotosLeft stay = person.left();
        if (stay != null) {
            return Optional.of(new Residual("PHOTOS_LEFT_" + stay.because(), null, stay.shownOn()));
        }
        if (facts.scope() != KeyScope.IDENTITY && person.photosGo()) {
            // said once: what this file could say before that one is closed would not be so afterwards
            return Optional.of(new Residual("PHOTOS_WITH_IDENTITY", null));
        }
        if (facts.done().containsKey(ErasureStep.PHOTOS_REMOVED)) {
            return Optional.empty();
        }
        if (facts.done().containsKey(ErasureStep.PHOTOS_COVERED)) {
            return photos == 0 ? Optional.empty() : Optional.of(new Residual("PHOTOS_COVERED", null, photos));
        }
        return Optional.of(new Residual("PHOTOS_SHOW", null));
    }

    /**
     * Its clock began when the last consent ended, which only a wish to be erased altogether tells for sure; a claim keeps
     * it longer. Once it is ordered to go, only a claim still keeps it.
     */
    private @Nullable LocalDate evidenceUntil(CaseFacts facts, PersonFacts person) {
        Instant held = person.evidenceHeld();
        LocalDate holdEnds = held == null ? null : held.atZone(zone).toLocalDate();
        if (person.evidenceOrdered()) {
            return holdEnds;
        }
        if (facts.cause() != ErasureCause.REQUEST) {
            return null;
        }
        LocalDate clockEnds = facts.openedAt().atZone(zone).toLocalDate().plus(evidence);
        return holdEnds != null && holdEnds.isAfter(clockEnds) ? holdEnds : clockEnds;
    }

    private boolean alive(PersonId person, KeyScope scope) throws VaultException {
        return vault.generations(KeyOwner.of(person), scope).stream()
                .anyMatch(status -> status.state() != KeyState.DESTROYED);
    }
}
