package org.quitclaim.command.governance;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.OpaqueId;
import org.quitclaim.domain.governance.GovernanceEvent.DoubtSettled;
import org.quitclaim.domain.governance.GovernanceState.Founded;
import org.quitclaim.domain.history.Doubt;
import org.quitclaim.domain.history.Doubts;
import org.quitclaim.domain.history.HistoryTrust;
import org.quitclaim.domain.history.NotedNo;
import org.quitclaim.domain.history.OpenDoubt;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.eventstore.HistoryFaults;
import org.quitclaim.eventstore.StreamDamaged;
import org.quitclaim.vault.KeyDamage;
import org.quitclaim.vault.KeyOwner;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;

/**
 * Whether the history is whole: the doubts in the installation's stream, and what this process found itself.
 *
 * <p><b>Guarantees:</b> the stream is asked every time, so a doubt counts from the moment at which it was recorded.
 */
final class HistoryStanding implements HistoryTrust {
    /** Something was found while the server runs, and is named by the next start. */
    static final String FAULT_FOUND = "history.fault-found";

    /** A key of somebody visible is damaged; ends when it is restored, or she is erased. */
    static final String KEY_DAMAGED = "vault.key-damaged";

    private final Streams streams;
    private final Installation installation;
    private final HistoryFaults faults;
    private final Vault vault;

    public HistoryStanding(Streams streams, Installation installation, HistoryFaults faults, Vault vault) {
        this.vault = vault;
        this.streams = streams;
        this.installation = installation;
        this.faults = faults;
    }

    /** Without her key nobody can say who she is, show what she agreed to, or tell whether she is on another photo. */
    private boolean keyDamaged(Collection<PersonId> visible) {
        KeyDamage damage = vault.damage();
        return !damage.keys().isEmpty()
                && visible.stream()
                        .map(KeyOwner::of)
                        .anyMatch(owner -> damage.keys().stream()
                                .anyMatch(key -> key.owner().equals(owner)));
    }

    Doubts recorded() {
        return streams.governance(installation.id()) instanceof Founded founded ? founded.doubts() : Doubts.NONE;
    }

    /** A loss that somebody accepted: {@code by} whom, as the event has it. */
    record AcceptedLoss(DoubtSettled settled, String by) {}

    List<AcceptedLoss> accepted() {
        return streams.attributed(installation.id())
                .filter(one -> one.event() instanceof DoubtSettled)
                .map(one -> new AcceptedLoss((DoubtSettled) one.event(), one.actor()))
                .toList();
    }

    @Override
    public List<String> doubts() {
        return Stream.concat(
                        Stream.concat(
                                vault.takenOver().map(VaultException::code).stream(),
                                faults.foundSince() ? Stream.of(FAULT_FOUND) : Stream.empty()),
                        recorded().open().stream()
                                .map(OpenDoubt::doubt)
                                .filter(doubt -> doubt.forbids() && !(doubt instanceof Doubt.NosMissing))
                                .map(Doubt::code))
                .distinct()
                .toList();
    }

    @Override
    public List<String> doubtsAbout(Collection<PersonId> visible) {
        Doubts doubts = recorded();
        List<String> withdrawn = Stream.of(
                        doubts.noted(visible) ? Stream.of(NotedNo.CODE) : Stream.<String>empty(),
                        keyDamaged(visible) ? Stream.of(KEY_DAMAGED) : Stream.<String>empty())
                .flatMap(each -> each)
                .toList();
        Optional<Instant> noted = doubts.nosMissing();
        boolean certain = noted.isEmpty()
                || !visible.isEmpty() && visible.stream().allMatch(person -> certain(person, doubts, noted.get()));
        return certain
                ? withdrawn
                : Stream.concat(withdrawn.stream(), Stream.of(Doubt.NosMissing.CODE))
                        .toList();
    }

    @Override
    public Set<PersonId> doubted(Collection<PersonId> persons) {
        if (!doubts().isEmpty()) {
            return Set.copyOf(persons);
        }
        Doubts doubts = recorded();
        return doubts.nosMissing()
                .map(noted -> persons.stream()
                        .filter(person -> !certain(person, doubts, noted))
                        .collect(Collectors.toSet()))
                .orElseGet(Set::of);
    }

    @Override
    public boolean doubted(PersonId person, Instant given) {
        Doubts doubts = recorded();
        return doubts.nosMissing()
                .filter(noted -> !given.isAfter(noted) && !certain(person, doubts, noted))
                .isPresent();
    }

    private boolean certain(PersonId person, Doubts doubts, Instant noted) {
        return doubts.confirmed().contains(person) || registeredAfter(person, noted);
    }

    /** Whoever came later said everything to this history. */
    private boolean registeredAfter(PersonId person, Instant noted) {
        try (Stream<DomainEvent> events = streams.events(person)) {
            return events.findFirst().filter(first -> first.at().isAfter(noted)).isPresent();
        } catch (StreamDamaged e) {
            return false;
        }
    }

    @Override
    public boolean damaged(OpaqueId stream) {
        return faults.damages(stream.value());
    }

    @Override
    public boolean whole() {
        Doubts doubts = recorded();
        return doubts().isEmpty()
                && doubts.nosMissing().isEmpty()
                && doubts.noted().isEmpty()
                && vault.damage().keys().isEmpty()
                && faults.damagedStreams() == 0;
    }
}
