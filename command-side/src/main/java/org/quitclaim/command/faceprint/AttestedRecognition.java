package org.quitclaim.command.faceprint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.domain.collection.CollectionState.Open;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.RunId;
import org.quitclaim.domain.photo.Candidate;
import org.quitclaim.domain.photo.ComparisonRules.Use;
import org.quitclaim.domain.photo.ConfirmedBy;
import org.quitclaim.domain.photo.MarkedFace;
import org.quitclaim.domain.photo.PhotoCommand.AttestFaces;
import org.quitclaim.domain.photo.PhotoCommand.ConfirmSighting;
import org.quitclaim.domain.photo.PhotoCommand.RetractSuggestion;
import org.quitclaim.domain.photo.PhotoCommand.SeekFaces;
import org.quitclaim.domain.photo.PhotoRejection;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.PlacedFace;
import org.quitclaim.domain.recognition.RecognitionScope;
import org.quitclaim.domain.recognition.SimilarityBand;
import org.quitclaim.domain.recognition.Sought;
import org.quitclaim.domain.vault.KeyGeneration;
import org.quitclaim.face.embed.FaceProbe;
import org.quitclaim.face.gallery.GalleryAnswer;
import org.quitclaim.face.gallery.MatchVerdict;
import org.quitclaim.face.permit.EmbeddingPermit;
import org.quitclaim.face.permit.GrantState;
import org.quitclaim.face.permit.PermitIssuer;
import org.quitclaim.face.permit.PermittedFace;

/**
 * Seeks faces that a human attested, and no others.
 *
 * <p><b>Guarantees:</b> a face nobody attested is never embedded; which faces are held against whom is recorded before it is
 * done, and only so often (see {@link Comparisons}); a match becomes a suggestion only if the person's own stream accepts
 * it at that moment; every run leaves its record.
 */
public final class AttestedRecognition {
    private final Commands commands;
    private final Facts facts;
    private final PermitIssuer permits;
    private final RecognitionModel model;
    private final GalleryKeeper gallery;
    private final Suggestions suggestions;
    private final RecognitionRuns runs;
    private final Comparisons comparisons;
    private final AutomaticConfirmation automatic;

    public AttestedRecognition(
            Commands commands,
            Facts facts,
            PermitIssuer permits,
            RecognitionModel model,
            GalleryKeeper gallery,
            Suggestions suggestions,
            RecognitionRuns runs,
            Comparisons comparisons,
            PolicySettings policy) {
        this.commands = commands;
        this.facts = facts;
        this.permits = permits;
        this.model = model;
        this.gallery = gallery;
        this.suggestions = suggestions;
        this.runs = runs;
        this.comparisons = comparisons;
        this.automatic = new AutomaticConfirmation(policy, model.rule().limits().measured());
    }

    /**
     * What one photo's run led to.
     *
     * @param sought how many of the attested faces were compared now; others were compared with everybody of the list before
     * @param comparedEnough faces that were compared so often that nobody compares them any more
     */
    public record Outcome(PhotoId photoId, int attested, int sought, List<FaceId> comparedEnough, int suggested) {}

    /**
     * What is sought where, and by what right.
     *
     * @param among everybody whose faceprint a face is held against
     */
    private record Search(
            Registered photo, Open collection, EmbeddingPermit.AttestedFaces permit, List<Candidate> among) {
        Set<PersonId> people() {
            return among.stream().map(Candidate::person).collect(Collectors.toUnmodifiableSet());
        }

        SeekFaces order() {
            return new SeekFaces(
                    photo.id(),
                    permit.terms().faces().stream()
                            .map(face -> new PlacedFace(face.face(), face.box()))
                            .toList(),
                    permit.scope(),
                    permit.scope() == RecognitionScope.ALL_ENROLLED ? List.of() : among);
        }
    }

    /** A match that became a suggestion. */
    private record Suggested(FaceId face, MatchVerdict.Match match) {}

    /** The faces of a run, by what seeking them would be. */
    private record Attested(List<MarkedFace> all, Map<Use, List<MarkedFace>> uses) {
        List<MarkedFace> worthwhile() {
            return uses.getOrDefault(Use.WORTHWHILE, List.of());
        }

        List<FaceId> exhausted() {
            return uses.getOrDefault(Use.EXHAUSTED, List.of()).stream()
                    .map(face -> face.mark().face())
                    .toList();
        }
    }

    /** Records the attestation, then seeks the faces. Refused as a whole before anything is embedded. */
    public Outcome run(PhotoId photoId, List<FaceId> faces, RecognitionScope scope, Origin origin) {
        facts.photo(photoId); // a photo that is gone is unknown, and nothing is attested on it
        commands.send(new AttestFaces(photoId, faces, scope), origin);
        Attested attested = attested(photoId, faces, scope);
        List<MarkedFace> worthwhile = attested.worthwhile();
        Search search = Permits.whileFactsChange(
                () -> permitted(photoId, worthwhile.isEmpty() ? attested.all() : worthwhile, scope));
        if (attested.exhausted().size() == faces.size()) {
            throw new RejectedException(PhotoRejection.COMPARED_ENOUGH);
        }
        if (worthwhile.isEmpty() || search.among().isEmpty()) {
            return new Outcome(photoId, faces.size(), 0, attested.exhausted(), 0);
        }
        comparisons.record(search.order(), origin);
        List<Suggested> suggested = new ArrayList<>();
        List<SimilarityBand> bands = runs.run(
                search.photo(),
                search.permit(),
                among(search.permit()),
                (probe, run) -> match(search, probe, run, origin).map(one -> {
                    suggested.add(one);
                    return one.match().band();
                }),
                origin);
        confirmByPolicy(search, suggested, origin);
        return new Outcome(photoId, faces.size(), worthwhile.size(), attested.exhausted(), bands.size());
    }

    private Attested attested(PhotoId photoId, List<FaceId> faces, RecognitionScope scope) {
        Registered photo = facts.photo(photoId);
        Map<PersonId, KeyGeneration> live = new HashMap<>();
        facts.scope(scope, facts.collection(photo.collection())).forEach((person, grant) -> {
            if (grant instanceof GrantState.Live one) {
                live.put(person, one.generation());
            }
        });
        List<MarkedFace> all = faces.stream()
                .map(id -> Objects.requireNonNull(photo.faces().get(id), "an attested face is on the photo"))
                .toList();
        return new Attested(all, comparisons.uses(photo, all, scope, candidates(live)));
    }

    /** Those who have a faceprint: whoever gets one later is somebody new. */
    private List<Candidate> candidates(Map<PersonId, KeyGeneration> live) {
        return live.entrySet().stream()
                .filter(one -> gallery.gallery().holds(one.getKey()))
                .map(one -> new Candidate(one.getKey(), one.getValue().number()))
                .sorted(Comparator.comparing(one -> one.person().value()))
                .toList();
    }

    /** Asked again when somebody's withdrawal came in between; the attestation is recorded by then, once. */
    private Search permitted(PhotoId photoId, List<MarkedFace> faces, RecognitionScope scope) {
        long mark = facts.mark();
        Registered photo = facts.photo(photoId);
        Open collection = facts.collection(photo.collection());
        List<PermittedFace> attested = faces.stream()
                .map(face -> new PermittedFace(face.mark().face(), face.mark().box()))
                .toList();
        EmbeddingPermit.AttestedFaces permit = Permits.issued(permits.issueAttestedFaces(
                facts.of(mark, photo, collection), attested, scope, facts.scope(scope, collection)));
        return new Search(photo, collection, permit, candidates(permit.terms().generations()));
    }

    private static RecognitionRuns.Among among(EmbeddingPermit.AttestedFaces permit) {
        int version =
                permit.scope() == RecognitionScope.PARTICIPANTS ? permit.terms().participantsVersion() : 0;
        return new RecognitionRuns.Among(Sought.within(permit.scope()), version);
    }

    private Optional<Suggested> match(Search search, FaceProbe probe, RunId run, Origin origin) {
        GalleryAnswer answer = gallery.gallery().nearest(probe.vector(), search.people());
        return switch (model.rule().judge(answer)) {
            case MatchVerdict.NoMatch none -> Optional.empty();
            case MatchVerdict.Match match -> suggest(search, probe.face(), match, run, origin);
        };
    }

    private Optional<Suggested> suggest(
            Search search, FaceId face, MatchVerdict.Match match, RunId run, Origin origin) {
        KeyGeneration generation = Objects.requireNonNull(
                search.permit().terms().generations().get(match.person()), "a candidate is in the permit");
        if (!suggestions.offer(search.photo().id(), face, generation, match, run, origin)) {
            return Optional.empty();
        }
        return Optional.of(new Suggested(face, match));
    }

    /** Once every face is judged: of two that are suggested to be one person a policy confirms neither. */
    private void confirmByPolicy(Search search, List<Suggested> suggested, Origin origin) {
        suggested.forEach(one -> automatic
                .by(
                        search.collection().policy().automatic(),
                        search.among().size(),
                        one.match(),
                        facts.minor(one.match().person()))
                .ifPresent(by -> confirm(search, one, by, origin)));
    }

    /** The photo does not know who withdrew, so whoever did before it recorded the link is asked about afterwards. */
    private void confirm(Search search, Suggested one, ConfirmedBy by, Origin origin) {
        PhotoId photo = search.photo().id();
        PersonId person = one.match().person();
        KeyGeneration generation = search.permit().terms().generations().get(person);
        commands.offer(new ConfirmSighting(photo, one.face(), person, by), origin);
        if (!(facts.grant(person) instanceof GrantState.Live live)
                || !live.generation().equals(generation)) {
            commands.offer(new RetractSuggestion(photo, one.face(), person), Origin.system("suggestion-check"));
        }
    }
}
