package org.quitclaim.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quitclaim.domain.consent.AgeGroup;
import org.quitclaim.domain.consent.Ask;
import org.quitclaim.domain.consent.Capacity;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.consent.ConsentEvent.ConsentGranted;
import org.quitclaim.domain.consent.ConsentEvent.PersonRegistered;
import org.quitclaim.domain.consent.ConsentEvent.QuitclaimOffered;
import org.quitclaim.domain.consent.ConsentEvent.UseAuthorised;
import org.quitclaim.domain.consent.Contexts;
import org.quitclaim.domain.consent.Coverage;
import org.quitclaim.domain.consent.Purpose;
import org.quitclaim.domain.consent.Question;
import org.quitclaim.domain.consent.Signature;
import org.quitclaim.domain.consent.Term;
import org.quitclaim.domain.consent.Terms;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.id.NoticeId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.vault.IdMint;

/** Somebody who never existed and signed for recognition and for the website, as events tell it. */
record InventedPerson(PersonId id, QuitclaimId quitclaim, GrantId recognition, GrantId website, Instant at) {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final LocalDate TODAY = LocalDate.now(ZONE);
    private static final Term TERM = new Term(TODAY.minusDays(1), TODAY.plusYears(2), ZONE);
    static final NoticeId NOTICE = IdMint.mint(NoticeId.PREFIX, NoticeId::new);
    static final String NOTICE_SHA256 = "0".repeat(64);
    private static final Terms ON_WEBSITE = new Terms(
            Purpose.PUBLICATION,
            Set.of(Channel.WEBSITE),
            Set.of(Territory.WORLD),
            Contexts.GENERAL,
            Coverage.EVERYTHING,
            TERM);

    static InventedPerson next() {
        return new InventedPerson(
                IdMint.mint(PersonId.PREFIX, PersonId::new),
                IdMint.mint(QuitclaimId.PREFIX, QuitclaimId::new),
                IdMint.mint(GrantId.PREFIX, GrantId::new),
                IdMint.mint(GrantId.PREFIX, GrantId::new),
                Instant.now());
    }

    /** Registered, offered, and both questions answered with yes. */
    List<ConsentEvent> signed() {
        return List.of(
                new PersonRegistered(id, Capacity.VISITOR, AgeGroup.ADULT, IdMint.recordId(), at),
                new QuitclaimOffered(
                        id,
                        quitclaim,
                        NOTICE,
                        Map.of("en", NOTICE_SHA256),
                        List.of(new Ask(0, Terms.recognition(TERM)), new Ask(1, ON_WEBSITE)),
                        List.of(),
                        List.of(),
                        at),
                granted(0, recognition, Terms.recognition(TERM), 1),
                granted(1, website, ON_WEBSITE, 0));
    }

    private ConsentGranted granted(int ask, GrantId grant, Terms terms, int keyGeneration) {
        Signature signature = new Signature(
                Signature.SignedBy.PERSON,
                List.of(),
                Signature.Level.SIMPLE,
                Signature.Method.LINK,
                Signature.Confirmation.TWO_STEPS,
                IdMint.recordId());
        return new ConsentGranted(
                id, quitclaim, ask, grant, NOTICE, NOTICE_SHA256, "en", terms, signature, keyGeneration, at);
    }

    UseAuthorised authorised(PublicationId publication, RenditionId rendition, CollectionId in, PhotoId photo) {
        Question question = new Question(Channel.WEBSITE, Territory.WORLD, UseContext.GENERAL, false, in, photo);
        return new UseAuthorised(id, publication, rendition, question, website, NOTICE, NOTICE_SHA256, TERM.ends(), at);
    }
}
