package org.quitclaim.command.consent;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quitclaim.domain.consent.Answer;
import org.quitclaim.domain.consent.ConsentCommand;
import org.quitclaim.domain.consent.ConsentCommand.DisputeRepresentation;
import org.quitclaim.domain.consent.ConsentCommand.GrantConsent;
import org.quitclaim.domain.consent.ConsentCommand.RequestErasure;
import org.quitclaim.domain.consent.ConsentCommand.RestrictProcessing;
import org.quitclaim.domain.consent.ConsentCommand.WithdrawConsent;
import org.quitclaim.domain.consent.PhotoTreatment;
import org.quitclaim.domain.history.NotedNo;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.vault.IdMint;

/** Which orders to a person's record can wait in a note, and what a note orders. */
final class Noting {
    private Noting() {}

    /** Empty for what is no no, or needs more of her history than a note can hold. */
    static Optional<NotedNo> of(ConsentCommand command) {
        return Optional.ofNullable(
                switch (command) {
                    case WithdrawConsent c ->
                        new NotedNo.Withdrawal(c.person(), c.recognition(), c.channels(), c.grants(), c.by());
                    case RestrictProcessing c -> new NotedNo.Restriction(c.person());
                    case RequestErasure c
                    when c.photos() != PhotoTreatment.LEAVE ->
                        new NotedNo.Erasure(c.person(), c.photos(), c.evidence());
                    case DisputeRepresentation c -> new NotedNo.Dispute(c.person(), c.representative());
                    case GrantConsent c
                    when c.answers().stream().noneMatch(Answer::granted) ->
                        new NotedNo.Refusal(
                                c.person(),
                                c.quitclaim(),
                                c.language(),
                                c.answers().stream().map(Answer::ask).toList(),
                                c.signature(),
                                c.through());
                    default -> null;
                });
    }

    static ConsentCommand command(NotedNo no, boolean bothParents) {
        return switch (no) {
            case NotedNo.Withdrawal one ->
                new WithdrawConsent(one.person(), one.recognition(), one.channels(), one.grants(), one.by());
            case NotedNo.Restriction one -> new RestrictProcessing(one.person());
            case NotedNo.Erasure one -> new RequestErasure(one.person(), one.photos(), one.evidence());
            case NotedNo.Dispute one -> new DisputeRepresentation(one.person(), one.representative());
            case NotedNo.Refusal one ->
                new GrantConsent(
                        one.person(),
                        one.quitclaim(),
                        one.language(),
                        no(one.asks()),
                        one.signature(),
                        one.through(),
                        0,
                        bothParents,
                        Set.of());
        };
    }

    /** A refused question brings no grant, whatever id it is given. */
    private static List<Answer> no(List<Integer> asks) {
        return asks.stream()
                .map(ask -> new Answer(ask, false, IdMint.mint(GrantId.PREFIX, GrantId::new)))
                .toList();
    }
}
