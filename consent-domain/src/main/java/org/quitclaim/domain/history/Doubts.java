package org.quitclaim.domain.history;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.quitclaim.domain.id.PersonId;

/**
 * Every doubt of an installation: those that are open, and those that somebody settled.
 *
 * @param confirmed whom an officer confirmed while nos may be missing
 * @param noted what people said no to whose own history cannot be read, until it is carried out there
 */
public record Doubts(List<OpenDoubt> open, List<SettledDoubt> settled, Set<PersonId> confirmed, List<OpenNo> noted) {
    public static final Doubts NONE = new Doubts(List.of(), List.of(), Set.of(), List.of());

    public Doubts {
        open = List.copyOf(open);
        settled = List.copyOf(settled);
        confirmed = Set.copyOf(confirmed);
        noted = List.copyOf(noted);
    }

    public Optional<OpenDoubt> opened(String id) {
        return open.stream().filter(one -> one.doubt().id().equals(id)).findFirst();
    }

    /** Whether it was ever opened; what was settled is not doubted again. */
    public boolean know(Doubt doubt) {
        return opened(doubt.id()).isPresent() || accepted(doubt);
    }

    /** Whether somebody accepted this loss. */
    public boolean accepted(Doubt doubt) {
        return settled.stream().anyMatch(one -> one.doubt().equals(doubt));
    }

    /** Since when nos may be missing; the latest, where that was noted more than once. */
    public Optional<Instant> nosMissing() {
        return open.stream()
                .map(OpenDoubt::doubt)
                .filter(Doubt.NosMissing.class::isInstance)
                .map(doubt -> ((Doubt.NosMissing) doubt).noted())
                .max(Comparator.naturalOrder());
    }

    /** The latest time of an event of which somebody was told that a clock was behind it, settled or not. */
    public Optional<Instant> toldOfClock() {
        return Stream.concat(
                        open.stream().map(OpenDoubt::doubt), settled.stream().map(SettledDoubt::doubt))
                .flatMap(doubt ->
                        doubt instanceof Doubt.ClockBehind behind ? Stream.of(behind.recorded()) : Stream.empty())
                .max(Comparator.naturalOrder());
    }

    /**
     * What was granted to staff and machines until then opens nothing before it is granted anew; also after somebody
     * accepted the loss, which is about the people portrayed.
     */
    public Optional<Instant> accessMissing() {
        return Stream.concat(
                        open.stream().map(OpenDoubt::doubt), settled.stream().map(SettledDoubt::doubt))
                .flatMap(doubt ->
                        doubt instanceof Doubt.NosMissing missing ? Stream.of(missing.noted()) : Stream.empty())
                .max(Comparator.naturalOrder());
    }

    public Doubts confirm(PersonId person) {
        Set<PersonId> more = new HashSet<>(confirmed);
        more.add(person);
        return new Doubts(open, settled, more, noted);
    }

    /** Whoever was confirmed before another doubt of the kind has to be confirmed again. */
    public Doubts with(Doubt doubt, Instant since) {
        return new Doubts(
                Stream.concat(open.stream(), Stream.of(new OpenDoubt(doubt, since)))
                        .toList(),
                settled,
                doubt instanceof Doubt.NosMissing ? Set.of() : confirmed,
                noted);
    }

    public Doubts without(SettledDoubt accepted) {
        return new Doubts(
                open.stream()
                        .filter(one -> !one.doubt().equals(accepted.doubt()))
                        .toList(),
                Stream.concat(settled.stream(), Stream.of(accepted)).toList(),
                confirmed,
                noted);
    }

    public Doubts note(NotedNo no, Instant since) {
        return new Doubts(
                open,
                settled,
                confirmed,
                Stream.concat(noted.stream(), Stream.of(new OpenNo(no, since))).toList());
    }

    public Doubts carriedOut(NotedNo no) {
        return new Doubts(
                open,
                settled,
                confirmed,
                noted.stream().filter(one -> !one.no().equals(no)).toList());
    }

    public boolean notes(NotedNo no) {
        return noted.stream().anyMatch(one -> one.no().equals(no));
    }

    /** Whether one of these people said no to something that her own history does not know yet. */
    public boolean noted(Collection<PersonId> people) {
        return noted.stream().anyMatch(one -> people.contains(one.no().person()));
    }
}
