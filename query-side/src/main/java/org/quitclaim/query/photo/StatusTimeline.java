package org.quitclaim.query.photo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.Contexts;
import org.quitclaim.domain.consent.Grant;
import org.quitclaim.domain.consent.Outlook;
import org.quitclaim.domain.consent.Refused;
import org.quitclaim.domain.consent.Terms;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.photo.FaceStanding;
import org.quitclaim.domain.photo.MarkedFace;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.Rendition;
import org.quitclaim.domain.status.Status;
import org.quitclaim.domain.status.StatusRule;
import org.quitclaim.query.photo.VersionStatus.Cell;
import org.quitclaim.query.photo.VersionStatus.Span;

/**
 * Asks the domain's rule for every colour a photo can have: per version, channel and context, and at each instant at
 * which some term begins or ends.
 *
 * @param home the territory asked about for channels that do not reach the whole world by nature
 */
record StatusTimeline(Territory home) {
    List<VersionStatus> of(Registered photo, Set<UseContext> contexts, Function<PersonId, Optional<Outlook>> outlooks) {
        List<VersionStatus> all = new ArrayList<>();
        for (Rendition rendition : photo.renditions().values()) {
            List<Grant> grants = grants(photo.visibleOn(rendition), outlooks);
            Set<UseContext> named = new TreeSet<>(contexts);
            Set<UseContext> everyday = new TreeSet<>();
            written(photo.visibleOn(rendition), outlooks).forEach(one -> {
                named.addAll(one.named());
                everyday.addAll(one.anyOf());
            });
            List<Subject> asked = subjects(named, everyday);
            Map<List<Span>, List<Cell>> shared = new LinkedHashMap<>();
            for (Channel channel : Channel.values()) {
                TreeSet<Instant> turns = turns(grants, channel);
                asked.forEach(subject -> shared.computeIfAbsent(
                                spans(photo, rendition, channel, subject, turns, outlooks), spans -> new ArrayList<>())
                        .add(new Cell(channel, subject.told(), subject.sensitive())));
            }
            shared.forEach((spans, cells) -> all.add(new VersionStatus(rendition.id(), cells, spans)));
        }
        return all;
    }

    /**
     * @param told the code that the answer is kept under
     * @param asked what the rule is asked about
     */
    private record Subject(String told, UseContext asked, boolean sensitive) {}

    /**
     * A subject that is only one of many everyday ones is, when it counts as sensitive, like one that nobody wrote down;
     * which of the two that one is taken for makes no difference.
     */
    private static List<Subject> subjects(Set<UseContext> named, Set<UseContext> everyday) {
        Set<UseContext> all = new TreeSet<>(named);
        all.addAll(everyday);
        List<Subject> subjects = new ArrayList<>();
        all.forEach(one -> subjects.add(new Subject(one.code(), one, false)));
        named.stream()
                .filter(one -> !one.equals(UseContext.GENERAL))
                .forEach(one -> subjects.add(new Subject(one.code(), one, true)));
        subjects.add(new Subject(VersionStatus.ANY_OTHER, unnamed(all), true));
        return subjects;
    }

    private List<Span> spans(
            Registered photo,
            Rendition rendition,
            Channel channel,
            Subject subject,
            Set<Instant> turns,
            Function<PersonId, Optional<Outlook>> outlooks) {
        StatusRule.Purpose purpose =
                new StatusRule.Purpose(channel, territory(channel), subject.asked(), subject.sensitive());
        List<Span> spans = new ArrayList<>();
        for (Instant turn : turns) {
            Status status = StatusRule.at(photo, rendition, purpose, outlooks, turn);
            Span span = new Span(turn, status.colour(), status.reasons());
            if (spans.isEmpty() || !spans.getLast().sameAs(span)) {
                spans.add(span);
            }
        }
        return spans;
    }

    /** The largest reach that a use on this channel has here by itself; a use that reaches less may be asked for. */
    Territory territory(Channel channel) {
        return switch (channel) {
            case WEBSITE, SOCIAL_MEDIA -> Territory.WORLD;
            case PRINT, PRESS, INTERNAL, ADVERTISING -> home;
        };
    }

    private static List<Grant> grants(List<MarkedFace> visible, Function<PersonId, Optional<Outlook>> outlooks) {
        return seen(visible, outlooks)
                .flatMap(outlook -> outlook.grants().stream())
                .toList();
    }

    /** The subjects of every yes, and of every no. */
    private static Stream<Contexts> written(List<MarkedFace> visible, Function<PersonId, Optional<Outlook>> outlooks) {
        return seen(visible, outlooks)
                .flatMap(outlook -> Stream.concat(
                        outlook.grants().stream().map(Grant::terms),
                        outlook.refusals().stream().map(Refused::terms)))
                .map(Terms::contexts);
    }

    private static Stream<Outlook> seen(List<MarkedFace> visible, Function<PersonId, Optional<Outlook>> outlooks) {
        Set<PersonId> persons = new LinkedHashSet<>();
        for (MarkedFace face : visible) {
            if (face.standing() instanceof FaceStanding.Sighted sighted) {
                persons.add(sighted.person());
            }
        }
        return persons.stream().flatMap(person -> outlooks.apply(person).stream());
    }

    private static TreeSet<Instant> turns(List<Grant> grants, Channel channel) {
        TreeSet<Instant> turns = new TreeSet<>(Set.of(Instant.EPOCH));
        for (Grant grant : grants) {
            if (grant.terms().channels().contains(channel)) {
                turns.add(grant.terms().term().begins());
                turns.add(grant.terms().term().ends());
            }
        }
        return new TreeSet<>(turns.tailSet(Instant.EPOCH));
    }

    private static UseContext unnamed(Set<UseContext> named) {
        UseContext candidate = new UseContext("unnamed");
        for (int i = 0; named.contains(candidate); i++) {
            candidate = new UseContext("unnamed-" + i);
        }
        return candidate;
    }
}
