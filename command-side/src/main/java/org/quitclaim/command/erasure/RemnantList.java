package org.quitclaim.command.erasure;

import java.util.ArrayList;
import java.util.List;
import org.quitclaim.command.consent.Identity;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.erasure.ErasureCases.Order;
import org.quitclaim.command.photo.PhotoKey;
import org.quitclaim.command.rights.SeenOn;
import org.quitclaim.command.vault.Draft;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.Sealing;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.domain.consent.ConsentEvent.PhotoTreatmentOrdered;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.PhotoTreatment;
import org.quitclaim.domain.erasure.ErasureState.Open;
import org.quitclaim.domain.id.ErasureCaseId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.Fingerprint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.Opening;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.remnant.FingerprintList;
import org.quitclaim.vault.remnant.NamePrints;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes down what the search will look for, before it is destroyed: fingerprints, sealed under a key of the case.
 *
 * <p><b>Guarantees:</b> the list is durable before the case names it, and its key is destroyed with the case: digests of
 * what was erased do not outlive the erasure. Source: R59.
 */
final class RemnantList {
    private static final int MOST_OF_PHOTOS = 100_000;
    private static final Accessor SEARCH = new Accessor.SystemTask("remnant-search");

    private final Vault vault;
    private final Sealing sealing;
    private final Streams streams;
    private final SeenOn seen;
    private final JsonMapper json;

    public RemnantList(Vault vault, Sealing sealing, Streams streams, SeenOn seen, JsonMapper json) {
        this.vault = vault;
        this.sealing = sealing;
        this.streams = streams;
        this.seen = seen;
        this.json = json;
    }

    /** The sealed list; removed again unless an event is {@link #named} for it. */
    record Sealed(Draft draft, List<RecordId> record) implements AutoCloseable {
        void named(Runnable event) {
            draft.named(() -> {
                event.run();
                return record;
            });
        }

        @Override
        public void close() {
            draft.close();
        }
    }

    Sealed take(ErasureCaseId id, Order order) {
        Draft draft = sealing.draft();
        List<Fingerprint> prints = prints(id, order);
        return new Sealed(
                draft,
                prints.isEmpty()
                        ? List.of()
                        : List.of(draft.seal(keyOf(id), RecordKinds.FINGERPRINTS, FingerprintList.write(prints))));
    }

    /** The key of what a case keeps of its own: its list, and why it took longer. Destroyed when the case is closed. */
    static KeyRef keyOf(ErasureCaseId id) {
        return KeyRef.first(id, KeyScope.EVIDENCE);
    }

    private List<Fingerprint> prints(ErasureCaseId id, Order order) {
        try {
            List<Fingerprint> prints = new ArrayList<>(vault.fingerprints(order.key()));
            if (prints.isEmpty() && lives(order.key())) {
                throw new IllegalStateException("a living key without fingerprints could never be looked for");
            }
            if (order.scope() == KeyScope.IDENTITY && photosLeave(order)) {
                prints.addAll(photos(order));
            }
            if (order.scope() == KeyScope.IDENTITY
                    && streams.consent(order.person()) instanceof Known known
                    && lives(order.key())) {
                prints.addAll(names(id, known.identity()));
            }
            return prints;
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }

    private boolean lives(KeyRef key) throws VaultException {
        return vault.state(key).filter(state -> state != KeyState.DESTROYED).isPresent();
    }

    private boolean photosLeave(Order order) {
        return PhotoTreatmentOrdered.in(streams.events(order.person())) != PhotoTreatment.LEAVE;
    }

    /** Of many photos the first ones, so that the list stays one that can be sealed; all are looked for by id. */
    private List<Fingerprint> photos(Order order) throws VaultException {
        List<Fingerprint> prints = new ArrayList<>();
        for (PhotoId photo : seen.photos(order.person()).keySet()) {
            if (prints.size() < MOST_OF_PHOTOS && streams.photo(photo) instanceof Registered known) {
                prints.addAll(vault.fingerprints(PhotoKey.of(known)));
            }
        }
        return prints;
    }

    /** A name that does not open any more cannot be looked for, and must not keep its key alive. */
    private List<Fingerprint> names(ErasureCaseId id, RecordId record) throws VaultException {
        if (vault.openAll(List.of(record), reason(id)).get(record) instanceof Opening.Opened opened) {
            Identity identity = json.readValue(opened.content().text(), Identity.class);
            opened.content().wipe();
            List<Fingerprint> prints = new ArrayList<>(NamePrints.of(identity.name()));
            prints.addAll(NamePrints.of(identity.email()));
            return prints;
        }
        return List.of();
    }

    /** What was written down for a case. */
    List<Fingerprint> read(Open open) {
        List<Fingerprint> prints = new ArrayList<>();
        try {
            for (RecordId record : open.lookedFor()) {
                prints.addAll(FingerprintList.read(
                        vault.open(record, reason(open.work().id()))));
            }
            return prints;
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }

    private static AccessReason reason(ErasureCaseId id) {
        return new AccessReason(SEARCH, "SYSTEM", AccessPurpose.ERASURE, id.value());
    }
}
