package org.quitclaim.command.publication;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.quitclaim.command.RunningCommandSide;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.faceprint.FaceSearch;
import org.quitclaim.command.vault.Draft;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.Sealing;
import org.quitclaim.command.work.Reconciler;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.consent.AgeGroup;
import org.quitclaim.domain.consent.Answer;
import org.quitclaim.domain.consent.Ask;
import org.quitclaim.domain.consent.Capacity;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.ConsentCommand;
import org.quitclaim.domain.consent.ConsentCommand.WithdrawConsent;
import org.quitclaim.domain.consent.Coverage;
import org.quitclaim.domain.consent.Purpose;
import org.quitclaim.domain.consent.Signature;
import org.quitclaim.domain.consent.Signature.Confirmation;
import org.quitclaim.domain.consent.Signature.Level;
import org.quitclaim.domain.consent.Signature.Method;
import org.quitclaim.domain.consent.Signature.SignedBy;
import org.quitclaim.domain.consent.Subjects;
import org.quitclaim.domain.consent.Term;
import org.quitclaim.domain.consent.Terms;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.consent.Through;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.consent.WithdrawnBy;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.photo.ConfirmedBy;
import org.quitclaim.domain.photo.Looked;
import org.quitclaim.domain.photo.Mark;
import org.quitclaim.domain.photo.PhotoCommand;
import org.quitclaim.domain.photo.PhotoSource;
import org.quitclaim.domain.photo.PhotoState;
import org.quitclaim.domain.publication.Basis;
import org.quitclaim.domain.publication.PublicationCommand;
import org.quitclaim.domain.publication.Use;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;

/** A running command side with people who allow the website, and photos of them. */
record GateStage(RunningCommandSide side, Commands commands, PublicationGate gate) {
    static final Origin ORIGIN = Origin.system("test");

    static GateStage on(RunningCommandSide side) {
        return new GateStage(side, side.bean(Commands.class), side.bean(PublicationGate.class));
    }

    /** A photo, its original version, and the first face on it. */
    record Shown(PhotoId photo, RenditionId rendition, FaceId face) {}

    PersonId person(LocalDate until) {
        Asked asked = asked(until);
        answer(asked, true);
        return asked.person();
    }

    /** Somebody who has not answered yet. */
    record Asked(PersonId person, QuitclaimId quitclaim) {}

    Asked asked(LocalDate until) {
        PersonId person = IdMint.mint(PersonId.PREFIX, PersonId::new);
        commands.send(
                new ConsentCommand.RegisterPerson(person, Capacity.VISITOR, AgeGroup.ADULT, IdMint.recordId()), ORIGIN);
        Term term = new Term(Sample.TODAY, until, Sample.AMSTERDAM);
        Terms website = new Terms(
                Purpose.PUBLICATION,
                Set.of(Channel.WEBSITE),
                Set.of(Territory.WORLD),
                Subjects.DEFAULT.any(Set.of()),
                Coverage.EVERYTHING,
                term);
        QuitclaimId quitclaim = IdMint.mint(QuitclaimId.PREFIX, QuitclaimId::new);
        commands.send(
                new ConsentCommand.OfferQuitclaim(
                        person,
                        quitclaim,
                        Sample.notice("text"),
                        Map.of("en", Sample.sha256('e')),
                        List.of(new Ask(0, website), new Ask(1, Terms.recognition(term))),
                        List.of(),
                        List.of()),
                ORIGIN);
        return new Asked(person, quitclaim);
    }

    void answer(Asked asked, boolean yes) {
        commands.send(
                new ConsentCommand.GrantConsent(
                        asked.person(),
                        asked.quitclaim(),
                        "en",
                        List.of(
                                new Answer(0, yes, IdMint.mint(GrantId.PREFIX, GrantId::new)),
                                new Answer(1, yes, IdMint.mint(GrantId.PREFIX, GrantId::new))),
                        new Signature(
                                SignedBy.PERSON,
                                List.of(),
                                Level.SIMPLE,
                                Method.LINK,
                                Confirmation.TWO_STEPS,
                                IdMint.recordId()),
                        Through.OWN_PAGE,
                        yes ? 1 : 0,
                        true,
                        Set.of()),
                ORIGIN);
    }

    PersonId person() {
        return person(Sample.TODAY.plusYears(1));
    }

    Shown photoOf(PersonId... persons) {
        Shown shown = photoWith(Math.max(1, persons.length));
        List<FaceId> faces =
                List.copyOf(((PhotoState.Registered) side.bean(Streams.class).photo(shown.photo()))
                        .faces()
                        .keySet());
        for (int i = 0; i < persons.length; i++) {
            commands.send(
                    new PhotoCommand.ConfirmSighting(shown.photo(), faces.get(i), persons[i], ConfirmedBy.HAND),
                    ORIGIN);
        }
        commands.send(new PhotoCommand.CompleteReview(shown.photo(), true), ORIGIN);
        return shown;
    }

    /** Nobody said yet who it is. */
    Shown photoWith(int faces) {
        PhotoId photo = IdMint.mint(PhotoId.PREFIX, PhotoId::new);
        RenditionId original = IdMint.mint(RenditionId.PREFIX, RenditionId::new);
        commands.send(
                new PhotoCommand.RegisterPhoto(
                        photo,
                        Sample.collection("gala"),
                        PhotoSource.HELD,
                        image(photo),
                        IdMint.recordId(),
                        IdMint.recordId(),
                        IdMint.recordId(),
                        800,
                        600,
                        original,
                        List.of()),
                ORIGIN);
        List<Mark> marks = Stream.generate(GateStage::mark).limit(faces).toList();
        commands.send(new PhotoCommand.RecordFaces(photo, looked(), marks), ORIGIN);
        return new Shown(photo, original, marks.getFirst().face());
    }

    /** As thoroughly as is done here. */
    private Looked looked() {
        FaceSearch search = side.bean(FaceSearch.class);
        return new Looked(Looked.Depth.THOROUGH, search.detector(), 1, 100, search.smallestFacePixels(), 5, 48);
    }

    static Mark mark() {
        return new Mark(
                IdMint.mint(FaceId.PREFIX, FaceId::new),
                new Box(0.1, 0.1, 0.2, 0.2),
                Mark.Kind.FACE,
                Mark.Origin.DETECTED,
                90);
    }

    Use website(Shown shown) {
        return new Use(shown.photo(), shown.rendition(), Channel.WEBSITE, Territory.WORLD, UseContext.GENERAL);
    }

    PublicationId ask(Use use) {
        PublicationId publication = IdMint.mint(PublicationId.PREFIX, PublicationId::new);
        verdict(publication, use);
        return publication;
    }

    Verdict verdict(PublicationId publication, Use use) {
        return gate.decide(publication, use, () -> request(publication, use), ORIGIN);
    }

    void request(PublicationId publication, Use use) {
        commands.send(
                new PublicationCommand.RequestPublication(
                        publication, use, IdMint.recordId(), Basis.CONSENT, List.of()),
                ORIGIN);
    }

    void withdrawWebsite(PersonId person) {
        commands.send(new WithdrawConsent(person, false, Set.of(Channel.WEBSITE), WithdrawnBy.PERSON), ORIGIN);
    }

    /** Whatever follows from events waits meanwhile: what the test sees then is not the work of a duty. */
    void whileNothingFollows(Runnable test) {
        Reconciler reconciler = side.bean(Reconciler.class);
        reconciler.stop();
        try {
            test.run();
        } finally {
            reconciler.start();
        }
    }

    private RecordId image(PhotoId photo) {
        try (Draft draft = side.bean(Sealing.class).draft()) {
            RecordId image = draft.file(KeyRef.first(photo, KeyScope.PHOTO), RecordKinds.IMAGE, jpeg());
            return draft.named(() -> image);
        }
    }

    private static byte[] jpeg() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(80, 60, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
