package org.quitclaim.command.faceprint;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.collection.CollectionRejection;
import org.quitclaim.domain.collection.CollectionState.Open;
import org.quitclaim.domain.consent.AgeGroup;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.Outlook;
import org.quitclaim.domain.consent.RecognitionKey;
import org.quitclaim.domain.governance.GovernanceState;
import org.quitclaim.domain.governance.RecognitionMethod;
import org.quitclaim.domain.history.HistoryTrust;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.PhotoRejection;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.recognition.RecognitionScope;
import org.quitclaim.domain.vault.KeyGeneration;
import org.quitclaim.face.permit.GrantState;
import org.quitclaim.face.permit.PermitIssuer;
import org.quitclaim.face.permit.RecognitionFacts;
import org.quitclaim.face.permit.RecognitionFacts.Assessed;

/** Gathers what a permit rests on, from the streams, after reading the issuer's mark. */
public final class Facts {
    private final Streams streams;
    private final Installation installation;
    private final PermitIssuer permits;
    private final WorkIndex index;
    private final UpToDate upToDate;
    private final HistoryTrust trust;
    private final RecognitionMethod method;
    private final Clock clock;

    public Facts(
            Streams streams,
            Installation installation,
            PermitIssuer permits,
            WorkIndex index,
            UpToDate upToDate,
            HistoryTrust trust,
            RecognitionMethod method,
            Clock clock) {
        this.streams = streams;
        this.installation = installation;
        this.permits = permits;
        this.index = index;
        this.upToDate = upToDate;
        this.trust = trust;
        this.method = method;
        this.clock = clock;
    }

    Registered photo(PhotoId id) {
        if (streams.photo(id) instanceof Registered photo && !photo.removed()) {
            return photo;
        }
        throw new RejectedException(PhotoRejection.UNKNOWN_PHOTO);
    }

    Open collection(CollectionId id) {
        if (streams.collection(id) instanceof Open open) {
            return open;
        }
        throw new RejectedException(CollectionRejection.UNKNOWN_COLLECTION);
    }

    /** Confirmed by two officers for what is in use, and not past its review: else nothing new is recognised. */
    Assessed assessed() {
        if (!(streams.governance(installation.id()) instanceof GovernanceState.Founded founded)
                || !founded.dpia().holdsOn(LocalDate.ofInstant(clock.instant(), installation.zone()))) {
            return Assessed.MISSING;
        }
        return founded.dpia().covers(method) ? Assessed.APPROVED : Assessed.OF_ANOTHER_METHOD;
    }

    RecognitionFacts of(long mark, Registered photo, Open collection) {
        return new RecognitionFacts(
                mark, assessed(), photo.id(), collection.id(), collection.policy(), collection.participantsVersion());
    }

    long mark() {
        return permits.mark();
    }

    GrantState grant(PersonId person) {
        if (!(streams.consent(person) instanceof Known known)) {
            return new GrantState.Absent();
        }
        if (known.standsStill()) {
            return new GrantState.Restricted();
        }
        Outlook outlook = known.outlook();
        if (outlook.recognitionWaits(clock.instant())) {
            return new GrantState.Waiting();
        }
        GrantState said = outlook.recognition(clock.instant())
                .filter(grant -> known.recognition().phase() == RecognitionKey.Phase.ACTIVE
                        && known.recognition().generation() == grant.keyGeneration())
                .<GrantState>map(grant -> new GrantState.Live(
                        new KeyGeneration(known.recognition().generation()),
                        grant.terms().term().ends()))
                .orElseGet(GrantState.Absent::new);
        return said instanceof GrantState.Live && !trust.doubted(Set.of(person)).isEmpty()
                ? new GrantState.Doubted()
                : said;
    }

    /** Everybody within the scope whose grant lives, by the index; each match still asks the person's own stream. */
    Map<PersonId, GrantState> scope(RecognitionScope scope, Open collection) {
        upToDate.await();
        Map<PersonId, GrantState> live = new HashMap<>();
        index
                .all(
                        "select d.person, d.generation, d.ends_at from due d join standing s on s.person = d.person"
                                + " where d.recognition = 1 and d.confirmed = 1 and d.ends_at > ? and s.restricted = 0"
                                + " and s.disputes = 0 and s.ended = 0",
                        row -> Map.entry(
                                new PersonId(row.getString(1)),
                                new GrantState.Live(
                                        new KeyGeneration(row.getInt(2)), Instant.ofEpochMilli(row.getLong(3)))),
                        clock.instant().toEpochMilli())
                .stream()
                .filter(entry -> scope == RecognitionScope.ALL_ENROLLED
                        || collection.participants().contains(entry.getKey()))
                .forEach(entry -> live.put(entry.getKey(), entry.getValue()));
        trust.doubted(live.keySet()).forEach(person -> live.put(person, new GrantState.Doubted()));
        return live;
    }

    /** Whether a representative signs for this person: then nothing confirms itself. */
    boolean minor(PersonId person) {
        return !(streams.consent(person) instanceof Known known) || known.ageGroup() == AgeGroup.MINOR;
    }
}
