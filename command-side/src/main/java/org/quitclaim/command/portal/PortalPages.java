package org.quitclaim.command.portal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.access.subjects.Vocabulary;
import org.quitclaim.command.dispatch.InputRejection;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.notice.NoticeContent;
import org.quitclaim.command.vault.Sealing;
import org.quitclaim.domain.consent.AgeGroup;
import org.quitclaim.domain.consent.Ask;
import org.quitclaim.domain.consent.Capacity;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.Circumstances;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.ConsentStatus;
import org.quitclaim.domain.consent.Coverage;
import org.quitclaim.domain.consent.Grant;
import org.quitclaim.domain.consent.InvalidBecause;
import org.quitclaim.domain.consent.Offer;
import org.quitclaim.domain.consent.Outlook;
import org.quitclaim.domain.consent.Purpose;
import org.quitclaim.domain.consent.Representative;
import org.quitclaim.domain.consent.Term;
import org.quitclaim.domain.consent.Terms;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.history.HistoryTrust;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.id.NoticeId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.id.RepresentativeId;
import org.quitclaim.domain.notice.NoticeRejection;
import org.quitclaim.domain.notice.NoticeState.Published;
import org.quitclaim.domain.notice.NoticeText;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.VaultException.PlaceOfAnother;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what the person sees: the text, the questions, and what stands. */
public final class PortalPages {
    private final Streams streams;
    private final Sealing sealing;
    private final Vocabulary subjects;
    private final Installation installation;
    private final JsonMapper json;
    private final Clock clock;
    private final HistoryTrust history;
    private final WhoAsks asks;
    /** A notice never changes, and is nobody's personal data. */
    private final Map<RecordId, NoticeContent> notices = new ConcurrentHashMap<>();

    public PortalPages(
            Streams streams,
            Sealing sealing,
            Vocabulary subjects,
            Installation installation,
            JsonMapper json,
            Clock clock,
            HistoryTrust history,
            WhoAsks asks) {
        this.streams = streams;
        this.sealing = sealing;
        this.subjects = subjects;
        this.installation = installation;
        this.json = json;
        this.clock = clock;
        this.history = history;
        this.asks = asks;
    }

    /**
     * @param organisation who asks, as far as it said so
     * @param name whose page it is; empty where nobody can open it
     * @param notice by language, as far as the text can be opened: nobody answers what they cannot read
     * @param restricted whether nothing is done with her data meanwhile, whatever she allowed
     * @param elsewhere whether another copy of the installation works instead of this one, so that what she says here is
     *     recorded and is known to nobody else
     */
    public record Page(
            @Nullable String organisation,
            String name,
            Capacity personCapacity,
            AgeGroup ageGroup,
            Set<String> languages,
            Map<String, NoticeContent> notice,
            List<Question> asks,
            State state,
            boolean explicit,
            List<Standing> grants,
            List<SaidNo> refusals,
            List<Corrected> corrections,
            List<Representing> representatives,
            boolean restricted,
            boolean elsewhere,
            PortalVisits.Signing signing,
            Confirming confirming) {}

    /** How a yes that needs a second one is confirmed on the page today. */
    public enum Confirming {
        /** By a code that is mailed to the contact point on record. */
        CODE,
        /** By a second look at it alone, since no mail can be sent to her. */
        TWO_STEPS
    }

    /** Whether there is still something to answer. */
    public enum State {
        ASKED,
        ANSWERED
    }

    /**
     * @param anySubjectOf the everyday subjects that "any subject" stands for
     * @param confirm whether a yes needs a second one
     * @param closed whether nobody takes a yes for it any more, since a subject it names is no longer used
     * @param says by language, what it covers
     */
    public record Question(
            int ask,
            Purpose purpose,
            @Nullable Channel channel,
            Set<Territory> territories,
            Set<UseContext> contexts,
            Set<UseContext> anySubjectOf,
            Coverage coverage,
            LocalDate from,
            LocalDate until,
            boolean confirm,
            boolean closed,
            Map<String, List<String>> says) {}

    /**
     * @param givenOn the day on which it was given
     * @param endedOn the day on which it ended; none while it stands
     * @param neverHers why it was found that she never gave it
     */
    public record Standing(
            GrantId grantId,
            Purpose purpose,
            Set<Channel> channels,
            LocalDate until,
            String status,
            LocalDate givenOn,
            @Nullable LocalDate endedOn,
            @Nullable InvalidBecause neverHers,
            Map<String, List<String>> says) {}

    /** What was refused and is not allowed since, and on which day. */
    public record SaidNo(Purpose purpose, Set<Channel> channels, LocalDate on, Map<String, List<String>> says) {}

    /** What is recorded of her since that day, in place of something else. */
    public record Corrected(LocalDate on, Capacity capacity, AgeGroup ageGroup) {}

    /** @param alone whether a yes of this one needs nobody else's */
    public record Representing(RepresentativeId representativeId, Representative.Role role, boolean alone) {}

    Page of(Known person, QuitclaimId quitclaim, PortalVisits.Signing signing, Confirming confirming) {
        Offer offer = Objects.requireNonNull(person.offers().get(quitclaim), "an indexed offer is in its stream");
        Map<String, NoticeContent> texts = texts(offer.notice(), person.id());
        boolean patient = person.capacity() == Capacity.PATIENT;
        return new Page(
                asks.details().name(),
                asks.name(person),
                person.capacity(),
                person.ageGroup(),
                languages(offer.notice()),
                texts,
                offer.asks().stream()
                        .map(ask -> question(ask, person.capacity()))
                        .toList(),
                offer.answered() ? State.ANSWERED : State.ASKED,
                patient,
                standings(person),
                person.outlook().refusals().stream()
                        .map(no -> new SaidNo(
                                no.terms().purpose(),
                                no.terms().channels(),
                                no.on(),
                                CoverageSays.ofRefused(no.terms(), subjects)))
                        .toList(),
                corrections(person.id()),
                person.representatives().values().stream()
                        .map(one ->
                                new Representing(one.id(), one.role(), !installation.bothParents() || one.mayAlone()))
                        .toList(),
                person.outlook().standing() == Outlook.Standing.RESTRICTED && person.restricted(),
                history.doubts().contains(PlaceOfAnother.CODE),
                signing,
                confirming);
    }

    private List<Corrected> corrections(PersonId person) {
        return streams.events(person)
                .<Corrected>flatMap(event -> switch (event) {
                    case ConsentEvent.ProtectionRaised e -> Stream.of(corrected(e.right(), e.at()));
                    case ConsentEvent.ProtectionLowered e -> Stream.of(corrected(e.right(), e.at()));
                    default -> Stream.empty();
                })
                .toList();
    }

    private Corrected corrected(Circumstances right, Instant at) {
        return new Corrected(LocalDate.ofInstant(at, installation.zone()), right.capacity(), right.ageGroup());
    }

    private Question question(Ask ask, Capacity capacity) {
        Terms terms = ask.terms();
        return new Question(
                ask.number(),
                terms.purpose(),
                terms.channels().stream().findFirst().orElse(null),
                terms.territories(),
                terms.contexts().named(),
                terms.contexts().anyOf(),
                terms.coverage(),
                terms.term().from(),
                terms.term().until(),
                terms.needExplicit(capacity, subjects::sensitive),
                terms.contexts().named().stream().anyMatch(subjects.get().retired()::contains),
                CoverageSays.of(terms, subjects));
    }

    private List<Standing> standings(Known person) {
        Map<GrantId, Instant> given = new HashMap<>();
        Map<GrantId, Instant> ends = new HashMap<>();
        Map<GrantId, InvalidBecause> neverHers = new HashMap<>();
        streams.events(person.id()).forEach(event -> {
            switch (event) {
                case ConsentEvent.ConsentWithdrawn e -> e.withdrawn().forEach(part -> ends.put(part.grant(), e.at()));
                case ConsentEvent.ConsentExpired e -> ends.put(e.grant(), e.at());
                case ConsentEvent.ConsentGranted e -> given.put(e.grant(), e.at());
                case ConsentEvent.ConsentRenewed e -> {
                    ends.put(e.replaced(), e.at());
                    given.put(e.grant(), e.at());
                }
                case ConsentEvent.ProtectionRaised e -> e.ended().forEach(one -> ends.put(one, e.at()));
                case ConsentEvent.ConsentInvalidated e ->
                    e.ended().forEach(one -> {
                        ends.put(one.grant(), e.at());
                        neverHers.put(one.grant(), e.because());
                    });
                default -> {}
            }
        });
        return person.outlook().grants().stream()
                .map(grant -> standing(
                        grant,
                        Objects.requireNonNull(given.get(grant.id())),
                        ends.get(grant.id()),
                        neverHers.get(grant.id())))
                .toList();
    }

    private Standing standing(Grant grant, Instant given, @Nullable Instant ended, @Nullable InvalidBecause neverHers) {
        Term term = grant.terms().term();
        boolean over = grant.status().stands() && !term.ends().isAfter(clock.instant());
        LocalDate endedOn = over
                ? term.until()
                : grant.status().stands() || ended == null ? null : LocalDate.ofInstant(ended, term.zone());
        return new Standing(
                grant.id(),
                grant.terms().purpose(),
                grant.terms().channels(),
                grant.terms().term().until(),
                over ? ConsentStatus.EXPIRED.name() : grant.status().name(),
                LocalDate.ofInstant(given, term.zone()),
                endedOn,
                neverHers,
                CoverageSays.of(grant.terms(), subjects));
    }

    /** That nobody signs what nobody could show. */
    void requireReadable(Known person, QuitclaimId quitclaim, String language) {
        Offer offer = Objects.requireNonNull(person.offers().get(quitclaim), "an indexed offer is in its stream");
        boolean unreadable = texts(offer.notice())
                .filter(text -> text.language().equals(language))
                .anyMatch(text -> content(text.text(), person.id()).isEmpty());
        if (unreadable) {
            throw new RejectedException(new InputRejection(
                    "consent.notice-unreadable",
                    "The text that belongs to this cannot be opened any more in this language, so nobody can agree to"
                            + " it. Choose another language, or ask the organisation to ask anew. Taking back works.",
                    HttpStatus.CONFLICT));
        }
    }

    private Set<String> languages(NoticeId id) {
        return texts(id).map(NoticeText::language).collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, NoticeContent> texts(NoticeId id, PersonId reader) {
        Map<String, NoticeContent> texts = new HashMap<>();
        texts(id).forEach(text -> content(text.text(), reader).ifPresent(words -> texts.put(text.language(), words)));
        return texts;
    }

    private Stream<NoticeText> texts(NoticeId id) {
        if (!(streams.notice(id) instanceof Published published)) {
            throw new RejectedException(NoticeRejection.NOT_PUBLISHED);
        }
        return published.texts().stream();
    }

    private Optional<NoticeContent> content(RecordId id, PersonId reader) {
        NoticeContent known = notices.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<NoticeContent> read = sealing.openIfPossible(
                        id, new AccessReason(new Accessor.Portrayed(reader), Origin.PERSON, AccessPurpose.CONSENT, ""))
                .map(words -> json.readValue(words.text(), NoticeContent.class));
        read.ifPresent(words -> notices.put(id, words));
        return read;
    }
}
