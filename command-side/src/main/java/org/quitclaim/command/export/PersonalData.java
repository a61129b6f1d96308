package org.quitclaim.command.export;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.access.subjects.Vocabulary;
import org.quitclaim.certificate.coverage.CoverageWords;
import org.quitclaim.command.consent.ErasedElement;
import org.quitclaim.command.consent.Identity;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.faceprint.Faceprints;
import org.quitclaim.command.faceprint.RecognitionModel;
import org.quitclaim.command.photo.SaidInFile;
import org.quitclaim.command.rights.Portrayals;
import org.quitclaim.command.rights.Reading;
import org.quitclaim.command.rights.RightsRequests;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.consent.ConsentEvent.ConsentExpired;
import org.quitclaim.domain.consent.ConsentEvent.ConsentInvalidated;
import org.quitclaim.domain.consent.ConsentEvent.ConsentRefused;
import org.quitclaim.domain.consent.ConsentEvent.ConsentRenewed;
import org.quitclaim.domain.consent.ConsentEvent.ConsentWithdrawn;
import org.quitclaim.domain.consent.ConsentEvent.ElementHeld;
import org.quitclaim.domain.consent.ConsentEvent.FaceprintEnrolled;
import org.quitclaim.domain.consent.ConsentEvent.IdentityCorrected;
import org.quitclaim.domain.consent.ConsentEvent.PersonRegistered;
import org.quitclaim.domain.consent.ConsentEvent.PhotosLeft;
import org.quitclaim.domain.consent.ConsentEvent.ProtectionLowered;
import org.quitclaim.domain.consent.ConsentEvent.ProtectionRaised;
import org.quitclaim.domain.consent.ConsentEvent.QuitclaimOffered;
import org.quitclaim.domain.consent.ConsentEvent.RepresentativeAdded;
import org.quitclaim.domain.consent.ConsentEvent.RepresentativeCorrected;
import org.quitclaim.domain.consent.ConsentRejection;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.Grant;
import org.quitclaim.domain.consent.InvalidBecause;
import org.quitclaim.domain.consent.Representative;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.publication.PublicationEvent.PublicationConfirmed;
import org.quitclaim.domain.publication.PublicationEvent.PublicationRequested;
import org.quitclaim.domain.publication.PublicationEvent.TakedownAcknowledged;
import org.quitclaim.domain.publication.PublicationState;
import org.quitclaim.domain.rights.RightsEvent.RequestAnswered;
import org.quitclaim.domain.rights.RightsEvent.RequestReceived;
import org.quitclaim.domain.rights.RightsEvent.RequestRefused;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.face.gallery.MatchRule;
import org.quitclaim.face.pack.EmbedderModel;
import org.quitclaim.face.pack.MatchLimits;
import org.quitclaim.vault.Vault;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts together what there is of a person, from the streams and the vault; nothing of it is kept.
 *
 * <p><b>Guarantees:</b> every sealed record that goes into it was opened for a data subject request of this person, and
 * the access log says so.
 */
final class PersonalData {
    private final Streams streams;
    private final Vault vault;
    private final Portrayals portrayals;
    private final RightsRequests requests;
    private final Receipts receipts;
    private final Vocabulary vocabulary;
    private final RecognitionModel model;
    private final Period evidenceRetention;
    private final JsonMapper json;
    private final Clock clock;

    public PersonalData(
            Streams streams,
            Vault vault,
            Portrayals portrayals,
            RightsRequests requests,
            Receipts receipts,
            Vocabulary vocabulary,
            RecognitionModel model,
            Period evidenceRetention,
            JsonMapper json,
            Clock clock) {
        this.streams = streams;
        this.vault = vault;
        this.portrayals = portrayals;
        this.requests = requests;
        this.receipts = receipts;
        this.vocabulary = vocabulary;
        this.model = model;
        this.evidenceRetention = evidenceRetention;
        this.json = json;
        this.clock = clock;
    }

    Known known(PersonId person) {
        if (streams.consent(person) instanceof Known known) {
            return known;
        }
        throw new RejectedException(ConsentRejection.UNKNOWN_PERSON);
    }

    Reading reading(PersonId person, Origin origin) {
        return new Reading(vault, person, origin);
    }

    /** What is left for somebody with a link while the person is held for safety: what anybody allowed, and nothing seen. */
    private record Hidden(boolean seen) {
        <T> List<T> unless(Supplier<List<T>> found) {
            return seen ? List.of() : found.get();
        }
    }

    /** Of whoever is held for safety it looks like that of somebody who is on no photo: nobody knows who has the link. */
    DataExport ofLink(PersonId id, ExportWords words, Origin origin) {
        Known person = known(id);
        Hidden hidden = new Hidden(person.safeguarding().stands());
        return of(person.withoutSafeguarding(), words, origin, false, hidden);
    }

    /** @param numbers whether the numbers of the faceprint are in it; without, nobody opens them for it */
    DataExport of(PersonId id, ExportWords words, Origin origin, boolean numbers) {
        return of(known(id), words, origin, numbers, new Hidden(false));
    }

    private DataExport of(Known person, ExportWords words, Origin origin, boolean numbers, Hidden hidden) {
        PersonId id = person.id();
        Reading reading = reading(id, origin);
        Openings openings = new Openings();
        Pictured pictured = new Pictured(streams, portrayals, id);
        List<ConsentEvent> history =
                streams.events(id).map(ConsentEvent.class::cast).toList();
        words(id, history, openings);
        DataExport.Person whoSheIs = person(person, history, reading, openings);
        return new DataExport(
                DataExport.SCHEMA,
                clock.instant(),
                whoSheIs,
                consents(person, history, reading, openings),
                refusals(history),
                hidden.unless(() -> pictured.sightings(reading, openings)),
                hidden.unless(() -> inFiles(whoSheIs.name(), pictured, reading)),
                hidden.unless(() -> portrayals.comparisons(id).stream()
                        .map(one -> new DataExport.Comparison(one.photo(), one.face(), one.at(), one.role()))
                        .toList()),
                hidden.unless(() -> Searches.of(portrayals.searches(id), history)),
                hidden.unless(() -> pictured.suggestions(reading, openings)),
                hidden.unless(() -> faceprints(person, history, reading, openings, numbers)),
                hidden.unless(() -> portrayals.publications(id).stream()
                        .map(publication -> publication(publication, reading))
                        .toList()),
                hidden.unless(() -> allOpenings(id, pictured, reading, openings)),
                requests.of(id, origin),
                retention(person, words),
                logic(words),
                person.erasureRequested() ? ErasedElement.of(person, clock.instant()) : List.of(),
                // the last of all: by now everything was tried
                reading.damaged());
    }

    /** What was written about her, and by her. */
    private void words(PersonId id, List<ConsentEvent> history, Openings openings) {
        for (ConsentEvent event : history) {
            switch (event) {
                case IdentityCorrected e -> openings.about(e.former(), "identity");
                case RepresentativeCorrected e -> {
                    openings.about(e.former(), "representative");
                    openings.about(e.authority(), "representative");
                }
                case RepresentativeAdded e -> openings.about(e.representative().authority(), "representative");
                case QuitclaimOffered e -> e.justification().forEach(one -> openings.about(one, "justification"));
                case ConsentRefused e -> openings.about(e.signature().evidence(), "evidence");
                case ElementHeld e -> openings.about(e.reason(), "reason");
                case PhotosLeft e -> openings.about(e.reason(), "reason");
                default -> {}
            }
        }
        portrayals.requests(id).stream().flatMap(streams::events).forEach(event -> {
            switch (event) {
                case RequestReceived e -> e.statement().forEach(one -> openings.about(one, "request"));
                case RequestAnswered e -> e.explanation().forEach(one -> openings.about(one, "request"));
                case RequestRefused e -> e.explanation().forEach(one -> openings.about(one, "request"));
                default -> {}
            }
        });
    }

    /** Whatever nobody said a word about yet, but lies under a key of hers, is named by what its key protects. */
    private static List<DataExport.Opened> allOpenings(
            PersonId id, Pictured pictured, Reading reading, Openings openings) {
        pictured.formerly(openings);
        reading.sealedUnder(id, KeyScope.IDENTITY).forEach(one -> openings.about(one, "identity"));
        reading.sealedUnder(id, KeyScope.RECOGNITION).forEach(one -> openings.about(one, "recognition"));
        reading.sealedUnder(id, KeyScope.EVIDENCE).forEach(one -> openings.about(one, "evidence"));
        return openings.list(id, reading);
    }

    private List<DataExport.InFile> inFiles(@Nullable String name, Pictured pictured, Reading reading) {
        return name == null
                ? List.of()
                : pictured.fileWords()
                        .flatMap(record -> reading.text(record).stream())
                        .map(text -> json.readValue(text, SaidInFile.class))
                        .filter(said -> !said.namesLike(name).isEmpty())
                        .map(said -> new DataExport.InFile(said.photo(), said.namesLike(name), said.placesOf(name)))
                        .toList();
    }

    private DataExport.Person person(Known person, List<ConsentEvent> history, Reading reading, Openings openings) {
        openings.about(person.identity(), "identity");
        Optional<Identity> identity = reading.text(person.identity()).map(text -> json.readValue(text, Identity.class));
        Instant registered = history.stream()
                .filter(PersonRegistered.class::isInstance)
                .findFirst()
                .orElseThrow()
                .at();
        return new DataExport.Person(
                person.id(),
                person.capacity(),
                person.ageGroup(),
                person.restricted(),
                person.erasureRequested(),
                registered,
                identity.map(Identity::name).orElse(null),
                identity.map(Identity::email).orElse(null),
                person.representatives().values().stream()
                        .map(Representative::role)
                        .toList(),
                history.stream().flatMap(PersonalData::corrected).toList());
    }

    private static Stream<DataExport.Corrected> corrected(ConsentEvent event) {
        return switch (event) {
            case ProtectionRaised e ->
                Stream.of(new DataExport.Corrected(
                        e.at(),
                        e.right().capacity(),
                        e.right().ageGroup(),
                        e.because(),
                        e.ended().size()));
            case ProtectionLowered e ->
                Stream.of(new DataExport.Corrected(
                        e.at(), e.right().capacity(), e.right().ageGroup(), e.because(), 0));
            default -> Stream.empty();
        };
    }

    private List<DataExport.Consent> consents(
            Known person, List<ConsentEvent> history, Reading reading, Openings openings) {
        List<DataExport.Consent> consents = new ArrayList<>();
        Map<GrantId, Grant> counting = person.outlook().byId();
        for (Receipts.Given given : receipts.given(person.id())) {
            openings.about(given.signature().evidence(), "evidence");
            Grant grant = counting.get(given.grant());
            consents.add(new DataExport.Consent(
                    receipts.receipt(person, given, reading),
                    ConsentNow.of(grant, person.outlook().standing(), clock.instant()),
                    ended(given.grant(), history).orElse(null),
                    neverHers(given.grant(), history).orElse(null),
                    typedByStaff(given)
                            ? null
                            : reading.text(given.signature().evidence()).orElse(null),
                    typedByStaff(given)));
        }
        return consents;
    }

    /** On her own page nobody types but herself. */
    private static boolean typedByStaff(Receipts.Given given) {
        return !given.signature().method().byLink();
    }

    private static Optional<Instant> ended(GrantId grant, List<ConsentEvent> history) {
        return history.stream()
                .filter(event -> switch (event) {
                    case ConsentWithdrawn e ->
                        e.withdrawn().stream().anyMatch(part -> part.grant().equals(grant));
                    case ConsentExpired e -> e.grant().equals(grant);
                    case ConsentRenewed e -> e.replaced().equals(grant);
                    case ProtectionRaised e -> e.ended().contains(grant);
                    case ConsentInvalidated e -> isAmong(e, grant);
                    default -> false;
                })
                .map(ConsentEvent::at)
                .reduce((earlier, later) -> later);
    }

    private static boolean isAmong(ConsentInvalidated invalid, GrantId grant) {
        return invalid.ended().stream().anyMatch(one -> one.grant().equals(grant));
    }

    private static Optional<InvalidBecause> neverHers(GrantId grant, List<ConsentEvent> history) {
        return history.stream()
                .filter(event -> event instanceof ConsentInvalidated invalid && isAmong(invalid, grant))
                .map(event -> ((ConsentInvalidated) event).because())
                .findFirst();
    }

    private static List<DataExport.Refusal> refusals(List<ConsentEvent> history) {
        return history.stream()
                .filter(ConsentRefused.class::isInstance)
                .map(ConsentRefused.class::cast)
                .map(e -> new DataExport.Refusal(e.quitclaim(), e.ask(), e.at()))
                .toList();
    }

    private static List<DataExport.Faceprint> faceprints(
            Known person, List<ConsentEvent> history, Reading reading, Openings openings, boolean handedOver) {
        List<DataExport.Faceprint> found = new ArrayList<>();
        for (ConsentEvent event : history) {
            if (event instanceof FaceprintEnrolled e) {
                openings.about(e.faceprint(), "faceprint");
                if (!handedOver) {
                    if (person.recognition().holds(e.faceprint())) {
                        found.add(new DataExport.Faceprint(
                                e.pack(), e.keyGeneration(), e.photo(), e.at(), person.restricted(), true, null));
                    }
                    continue;
                }
                Optional<List<Float>> numbers =
                        reading.open(e.faceprint()).map(Faceprints::numbers).map(PersonalData::boxed);
                boolean suspended = reading.isSuspended(e.faceprint());
                if (numbers.isPresent() || suspended) {
                    found.add(new DataExport.Faceprint(
                            e.pack(), e.keyGeneration(), e.photo(), e.at(), suspended, false, numbers.orElse(null)));
                }
            }
        }
        return found;
    }

    private static List<Float> boxed(float[] numbers) {
        List<Float> boxed = new ArrayList<>(numbers.length);
        for (float number : numbers) {
            boxed.add(number);
        }
        return boxed;
    }

    private DataExport.Publication publication(PublicationId id, Reading reading) {
        PublicationRequested asked = portrayals.requested(id);
        String context = asked.use().context().code();
        return new DataExport.Publication(
                id,
                asked.use().photo(),
                asked.use().channel(),
                asked.use().territory(),
                asked.use().context(),
                CoverageWords.of(List.of(context), vocabulary.words()).getOrDefault(context, Map.of()),
                asked.basis(),
                state(streams.publication(id)),
                reading.text(asked.destination()).orElse(null),
                asked.at(),
                when(id, PublicationConfirmed.class).orElse(null),
                when(id, TakedownAcknowledged.class).orElse(null));
    }

    private Optional<Instant> when(PublicationId id, Class<?> kind) {
        return streams.events(id).filter(kind::isInstance).findFirst().map(event -> event.at());
    }

    private static String state(PublicationState state) {
        return switch (state) {
            case PublicationState.Unrequested s -> "REQUESTED";
            case PublicationState.Requested s -> "REQUESTED";
            case PublicationState.Cleared s -> "CLEARED";
            case PublicationState.Published s -> "PUBLISHED";
            case PublicationState.Blocked s -> "BLOCKED";
            case PublicationState.TakedownDue s -> "TAKEDOWN_DUE";
            case PublicationState.TakenDown s -> "TAKEN_DOWN";
        };
    }

    private DataExport.Retention retention(Known person, ExportWords words) {
        return new DataExport.Retention(
                person.outlook()
                        .recognition(clock.instant())
                        .map(grant -> grant.terms().term().until())
                        .orElse(null),
                evidenceRetention,
                words.say("retention.explanation"));
    }

    private DataExport.Logic logic(ExportWords words) {
        MatchLimits limits = model.pack().limits();
        MatchRule rule = model.rule();
        return new DataExport.Logic(
                model.name(),
                model.pack().embedder().metric() == EmbedderModel.Metric.COSINE
                        ? "cosine-distance"
                        : "euclidean-distance",
                model.pack().embedder().dimension(),
                rule.falsePositiveRate(),
                rule.limit(1),
                rule.limit(100),
                limits.second().weight(),
                limits.second().atMost(),
                limits.likelyBelow(),
                limits.strongBelow(),
                limits.closeRatio(),
                words.say("logic.explanation"));
    }
}
