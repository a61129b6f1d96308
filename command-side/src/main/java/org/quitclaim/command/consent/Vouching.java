package org.quitclaim.command.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quitclaim.access.Actor;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.dispatch.TwoPeople;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.consent.Grant;
import org.quitclaim.domain.consent.SecondEmployee;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.link.LinkEvent;
import org.quitclaim.domain.vault.ActorId;

/**
 * On whose word an answer rests: whoever registered the person, typed the contact point or who signs for her, issued or
 * printed a link to the question, or wrote the answer down.
 *
 * <p><b>Guarantees:</b> reads the history itself. What was done by nobody who can be told of makes everybody unknown.
 */
final class Vouching {
    private final Streams streams;
    private final Installation installation;

    Vouching(Streams streams, Installation installation) {
        this.streams = streams;
        this.installation = installation;
    }

    SecondEmployee forGrants(PersonId person, List<Grant> grants, Actor second) {
        return asSecond(accounts(person, grants), second);
    }

    private SecondEmployee asSecond(List<List<Voucher>> first, Actor second) {
        return new SecondEmployee(
                TwoPeople.required(streams, installation),
                first.stream().noneMatch(List::isEmpty),
                first.stream().flatMap(List::stream).distinct().toList(),
                TwoPeople.voucher(streams, second));
    }

    /** Of each thing that was done, the accounts behind it; none where nobody can say. */
    private List<List<Voucher>> accounts(PersonId person, List<Grant> grants) {
        Set<GrantId> ids = grants.stream().map(Grant::id).collect(Collectors.toSet());
        List<List<Voucher>> all = new ArrayList<>();
        try (Stream<Streams.Attributed> events = streams.attributed(person)) {
            events.filter(one -> vouches(one, ids)).map(this::behind).forEach(all::add);
        }
        Set<QuitclaimId> asked = grants.stream().map(Grant::quitclaim).collect(Collectors.toSet());
        for (QuitclaimId quitclaim : asked) {
            try (Stream<Streams.Attributed> events = streams.attributed(quitclaim)) {
                events.filter(one -> one.event() instanceof LinkEvent.LinkIssued
                                || one.event() instanceof LinkEvent.LinkPrinted)
                        .map(this::behind)
                        .forEach(all::add);
            }
        }
        return all;
    }

    private static boolean vouches(Streams.Attributed one, Set<GrantId> grants) {
        return switch (one.event()) {
            case ConsentEvent.PersonRegistered e -> true;
            case ConsentEvent.IdentityCorrected e -> true;
            case ConsentEvent.RepresentativeAdded e -> true;
            case ConsentEvent.RepresentativeCorrected e -> true;
            case ConsentEvent.ConsentGranted e -> grants.contains(e.grant()) && !ownWord(one);
            case ConsentEvent.ConsentRenewed e -> grants.contains(e.grant()) && !ownWord(one);
            default -> false;
        };
    }

    /** On her own page nobody of staff writes; who could have opened it is told by its links. */
    private static boolean ownWord(Streams.Attributed one) {
        return one.by().role().equals(Origin.PERSON) || one.by().role().equals(Origin.REPRESENTATIVE);
    }

    private List<Voucher> behind(Streams.Attributed one) {
        return ActorId.names(one.actor()) ? TwoPeople.behind(streams, ActorId.of(one.actor())) : List.of();
    }
}
