package org.quitclaim.domain.consent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.consent.ConsentCommand.GrantConsent;
import org.quitclaim.domain.consent.ConsentCommand.OfferQuitclaim;
import org.quitclaim.domain.consent.ConsentCommand.RegisterPerson;
import org.quitclaim.domain.consent.Signature.Confirmation;
import org.quitclaim.domain.consent.Signature.Level;
import org.quitclaim.domain.consent.Signature.Method;
import org.quitclaim.domain.consent.Signature.SignedBy;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.id.NoticeId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.RepresentativeId;
import org.quitclaim.domain.vault.RecordId;

/** Consent records for tests: Anna, one notice in two languages, and quitclaims about it. */
public final class Consents {
    public static final PersonId ANNA = Sample.person("anna");
    public static final NoticeId NOTICE = Sample.notice("text");
    public static final Map<String, String> TEXTS = Map.of("en", Sample.sha256('e'), "nl", Sample.sha256('a'));
    public static final RecordId EVIDENCE = Sample.record("evidence");
    public static final RecordId JUSTIFICATION = Sample.record("why");

    private Consents() {}

    public static Scenario<ConsentState, ConsentCommand, ConsentEvent> nobody() {
        return Scenario.of(ConsentState.NONE, ConsentDecisions::decide, ConsentDecisions::evolve);
    }

    public static Scenario<ConsentState, ConsentCommand, ConsentEvent> registered(Capacity capacity, AgeGroup age) {
        return nobody().and(new RegisterPerson(ANNA, capacity, age, Sample.record("identity")));
    }

    /** A visitor of age. */
    public static Scenario<ConsentState, ConsentCommand, ConsentEvent> visitor() {
        return registered(Capacity.VISITOR, AgeGroup.ADULT);
    }

    /** A visitor who said yes to all of it, in two steps. */
    public static Scenario<ConsentState, ConsentCommand, ConsentEvent> granted(Terms... terms) {
        return visitor().and(offer("first", terms), yes("first", 1, terms.length));
    }

    public static Terms recognition() {
        return Terms.recognition(Sample.YEAR);
    }

    public static Terms publication(Channel channel) {
        return publication(channel, Sample.YEAR);
    }

    public static Terms publication(Channel channel, Term term) {
        return new Terms(
                Purpose.PUBLICATION,
                Set.of(channel),
                Set.of(Territory.WORLD),
                Contexts.GENERAL,
                Coverage.EVERYTHING,
                term);
    }

    public static List<Ask> asks(Terms... terms) {
        List<Ask> asks = new ArrayList<>();
        Arrays.stream(terms).forEach(one -> asks.add(new Ask(asks.size(), one)));
        return asks;
    }

    public static OfferQuitclaim offer(String quitclaim, Terms... terms) {
        return new OfferQuitclaim(
                ANNA, Sample.quitclaim(quitclaim), NOTICE, TEXTS, asks(terms), List.of(JUSTIFICATION), List.of());
    }

    public static GrantConsent yes(String quitclaim, int keyGeneration, int questions) {
        boolean[] all = new boolean[questions];
        Arrays.fill(all, true);
        return answer(quitclaim, keyGeneration, all);
    }

    public static GrantConsent answer(String quitclaim, int keyGeneration, boolean... answers) {
        return new GrantConsent(
                ANNA,
                Sample.quitclaim(quitclaim),
                "nl",
                answers(quitclaim, answers),
                signed(Confirmation.TWO_STEPS),
                Through.OWN_PAGE,
                keyGeneration,
                true,
                Set.of());
    }

    /** Grants get the id {@code quitclaim + letter of the question}. */
    public static List<Answer> answers(String quitclaim, boolean... answers) {
        List<Answer> list = new ArrayList<>();
        for (boolean yes : answers) {
            list.add(new Answer(list.size(), yes, grant(quitclaim, list.size())));
        }
        return list;
    }

    public static GrantId grant(String quitclaim, int question) {
        return Sample.grant(quitclaim + (char) ('a' + question));
    }

    public static Signature signed(Confirmation confirmation) {
        return new Signature(SignedBy.PERSON, List.of(), Level.SIMPLE, Method.LINK, confirmation, EVIDENCE);
    }

    public static Signature signedBy(RepresentativeId... representatives) {
        return new Signature(
                SignedBy.REPRESENTATIVE,
                List.of(representatives),
                Level.SIMPLE,
                Method.PAPER,
                Confirmation.SIGNED,
                EVIDENCE);
    }

    public static Question question(Channel channel) {
        return new Question(
                channel,
                new Territory("NL"),
                UseContext.GENERAL,
                false,
                Sample.collection("gala"),
                Sample.photo("stage"));
    }
}
