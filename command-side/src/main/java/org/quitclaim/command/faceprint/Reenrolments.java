package org.quitclaim.command.faceprint;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.consent.ConsentCommand.RetireFaceprints;
import org.quitclaim.domain.consent.ConsentEvent.FaceprintsRetired;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.Faceprint;
import org.quitclaim.domain.consent.RecognitionKey;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.face.permit.GrantState;
import org.quitclaim.face.permit.PermitRefusal;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;

/**
 * Brings one person's faceprints in line with the model pack that is in force.
 *
 * <p><b>Guarantees:</b> as many as there were, each under a permit and past the quality gate, of faces of which a human said
 * that they are this person. The ones of the pack before are destroyed once the new ones exist, or once no face held here
 * does: with them nobody may be compared, so nothing is left that they are kept for. Whoever may not be enrolled now keeps
 * what is there.
 *
 * <p><b>Source:</b> GDPR Art. 5(1)(c) and (e), 18; R30, R36, R82.
 */
public final class Reenrolments {
    /** So many faces of one person are tried; where forty of the largest do not do, a portrait is asked for. */
    private static final int MOST_TRIED = 40;

    private final Enrolments enrolments;
    private final HeldFaces held;
    private final Facts facts;
    private final RecognitionModel model;
    private final Streams streams;
    private final Commands commands;
    private final WorkIndex index;
    private final Vault vault;
    private final Clock clock;

    public Reenrolments(
            Enrolments enrolments,
            Facts facts,
            RecognitionModel model,
            Streams streams,
            Commands commands,
            WorkIndex index,
            UpToDate upToDate,
            Vault vault,
            Clock clock) {
        this.enrolments = enrolments;
        this.held = new HeldFaces(index, upToDate, streams);
        this.facts = facts;
        this.model = model;
        this.streams = streams;
        this.commands = commands;
        this.index = index;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * @param goOn asked before each face, which may wait until nobody else does; once it says no, the person is left as they
     *     are, for a later time
     */
    void enrolAnew(PersonId id, BooleanSupplier goOn) {
        if (!(streams.consent(id) instanceof Known person)
                || person.retention().isHeld(clock.instant())
                || !(facts.grant(id) instanceof GrantState.Live)) {
            return;
        }
        Origin origin = Origin.system("re-enrolment");
        if (enrolledFromPhotos(person, goOn, origin)) {
            settle(id, origin);
        }
    }

    /** Whether everything was tried that there is to try. */
    private boolean enrolledFromPhotos(Known person, BooleanSupplier goOn, Origin origin) {
        RecognitionKey key = person.recognition();
        Set<FaceId> used = key.by(model.name()).stream().map(Faceprint::face).collect(Collectors.toUnmodifiableSet());
        int wanted = Math.max(1, key.byOthersThan(model.name()).size()) - used.size();
        if (wanted <= 0) {
            return true;
        }
        List<HeldFaces.Place> places = new ArrayList<>(held.of(person));
        places.removeIf(place -> used.contains(place.face()));
        for (HeldFaces.Place place : places.subList(0, Math.min(places.size(), MOST_TRIED))) {
            if (!goOn.getAsBoolean()) {
                return false;
            }
            if (isEnrolled(person.id(), place, origin) && --wanted == 0) {
                break;
            }
        }
        return true;
    }

    /** A face that does not do is passed over; a person who may not be enrolled is left alone. */
    private boolean isEnrolled(PersonId person, HeldFaces.Place place, Origin origin) {
        try {
            enrolments.anew(person, held, place, origin);
            return true;
        } catch (RejectedException e) {
            String code = e.rejection().code();
            boolean concernsTheFace = code.startsWith("faceprint.")
                    || code.startsWith("photo.")
                    || code.equals(PermitRefusal.COLLECTION_DETECT_ONLY.code());
            if (!concernsTheFace) {
                throw e;
            }
            return false;
        }
    }

    private void settle(PersonId id, Origin origin) {
        if (!(streams.consent(id) instanceof Known person)) {
            return;
        }
        RecognitionKey key = person.recognition();
        if (key.byOthersThan(model.name()).isEmpty()) {
            index.settle("update portrait set fresh = 0 where person = ?", id.value());
            return;
        }
        commands.offer(new RetireFaceprints(id, key.generation(), model.name()), origin)
                .ifPresent(recorded ->
                        recorded.first(FaceprintsRetired.class).faceprints().forEach(this::destroy));
    }

    /** After a crash before it, the removal of what no event names does it. */
    private void destroy(RecordId faceprint) {
        try {
            vault.delete(faceprint);
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }
}
