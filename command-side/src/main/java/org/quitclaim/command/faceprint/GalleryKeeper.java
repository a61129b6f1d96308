package org.quitclaim.command.faceprint;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.Faceprint;
import org.quitclaim.domain.consent.RecognitionKey;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyGeneration;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.eventstore.StreamDamaged;
import org.quitclaim.face.embed.ProbeVector;
import org.quitclaim.face.gallery.FaceprintGallery;
import org.quitclaim.face.permit.PermitIssuer;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.Opening;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;

/**
 * Keeps the gallery in memory to what the streams allow.
 *
 * <p><b>Guarantees:</b> after {@link #judgeAnew} a person without live, unrestricted recognition consent is not in the
 * gallery and no permit that names them is accepted; while processing is restricted the key of the faceprint is
 * suspended as well, so that nothing under it opens to anybody, and nothing is destroyed (GDPR Art. 18; R36). Everything
 * that changes one person's place in the gallery takes that person's lock and reads the stream inside it, so a late
 * enrolment cannot outlive a withdrawal.
 */
public final class GalleryKeeper {
    private static final Accessor LOADER = new Accessor.SystemTask("gallery-loading");

    private final FaceprintGallery gallery;
    private final PermitIssuer permits;
    private final Streams streams;
    private final WorkIndex index;
    private final UpToDate upToDate;
    private final Vault vault;
    private final RecognitionModel model;
    private final Clock clock;
    private final Map<PersonId, ReentrantLock> locks = new ConcurrentHashMap<>();

    public GalleryKeeper(
            FaceprintGallery gallery,
            PermitIssuer permits,
            Streams streams,
            WorkIndex index,
            UpToDate upToDate,
            Vault vault,
            RecognitionModel model,
            Clock clock) {
        this.gallery = gallery;
        this.permits = permits;
        this.streams = streams;
        this.index = index;
        this.upToDate = upToDate;
        this.vault = vault;
        this.model = model;
        this.clock = clock;
    }

    FaceprintGallery gallery() {
        return gallery;
    }

    private record Stored(RecordId record, PersonId person, String pack) {}

    /** Loads every faceprint of this pack that may be matched; at start-up. */
    public void load() {
        upToDate.await();
        Map<PersonId, List<RecordId>> byPerson = index
                .all(
                        "select record, person, pack from faceprint",
                        row -> new Stored(
                                new RecordId(row.getString(1)), new PersonId(row.getString(2)), row.getString(3)))
                .stream()
                .filter(stored -> stored.pack().equals(model.name()))
                .collect(
                        Collectors.groupingBy(Stored::person, Collectors.mapping(Stored::record, Collectors.toList())));
        byPerson.forEach((person, records) -> locked(person, () -> {
            if (mayBeRead(person) && mayBeMatched(person)) {
                open(person, records);
            }
        }));
    }

    /** Brings one person's place in the gallery in line with the stream, and voids their permits. */
    public void judgeAnew(PersonId person) {
        permits.voidFor(person);
        locked(person, () -> {
            gallery.remove(person);
            if (mayBeRead(person)) {
                suspendOrResume(person);
                if (streams.consent(person) instanceof Known known && mayBeMatched(person)) {
                    open(person, ofThisPack(known));
                }
            }
        });
    }

    /** Adds a fresh faceprint whose event is recorded, unless it was revoked meanwhile. */
    void enrolled(PersonId person, int generation, ProbeVector vector) {
        locked(person, () -> {
            if (streams.consent(person) instanceof Known known
                    && mayBeMatched(person)
                    && known.recognition().generation() == generation) {
                gallery.add(person, vector);
            }
        });
    }

    /** A key whose erasure is ordered is left alone: it can be destroyed in either state. */
    private void suspendOrResume(PersonId person) {
        if (!(streams.consent(person) instanceof Known known)
                || known.recognition().phase() != RecognitionKey.Phase.ACTIVE) {
            return;
        }
        KeyRef key = KeyRef.of(
                person,
                KeyScope.RECOGNITION,
                new KeyGeneration(known.recognition().generation()));
        try {
            Optional<KeyState> state = vault.state(key);
            if (known.standsStill() && state.equals(Optional.of(KeyState.ACTIVE))) {
                vault.suspend(key);
            } else if (!known.standsStill() && state.equals(Optional.of(KeyState.SUSPENDED))) {
                vault.resume(key);
            }
        } catch (VaultException.KeyNotActive destroyedMeanwhile) {
            // what the restriction was to keep from being used is gone
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }

    /** Whoever's history is damaged said no, as far as anybody knows. */
    private boolean mayBeRead(PersonId person) {
        try {
            streams.consent(person);
            return true;
        } catch (StreamDamaged e) {
            return false;
        }
    }

    private boolean mayBeMatched(PersonId person) {
        return streams.consent(person) instanceof Known known
                && known.recognition().phase() == RecognitionKey.Phase.ACTIVE
                && known.outlook().recognition(clock.instant()).isPresent();
    }

    /** Faceprints of another pack are never compared. */
    private List<RecordId> ofThisPack(Known known) {
        return known.recognition().by(model.name()).stream()
                .map(Faceprint::record)
                .toList();
    }

    private void open(PersonId person, List<RecordId> records) {
        if (records.isEmpty()) {
            return;
        }
        AccessReason reason = new AccessReason(LOADER, Origin.SYSTEM, AccessPurpose.RECOGNITION, person.value());
        try {
            for (Opening opening : vault.openAll(records, reason).values()) {
                if (opening instanceof Opening.Opened opened) {
                    try (ProbeVector vector = Faceprints.open(opened.content())) {
                        gallery.add(person, vector);
                    }
                }
            }
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }

    private void locked(PersonId person, Runnable work) {
        ReentrantLock lock = locks.computeIfAbsent(person, id -> new ReentrantLock());
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }
}
