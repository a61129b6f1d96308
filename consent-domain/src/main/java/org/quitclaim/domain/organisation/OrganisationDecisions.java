package org.quitclaim.domain.organisation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.Rejection;
import org.quitclaim.domain.access.AgreementRules;
import org.quitclaim.domain.organisation.OrganisationCommand.AskForAddress;
import org.quitclaim.domain.organisation.OrganisationCommand.ConfirmAddress;
import org.quitclaim.domain.organisation.OrganisationCommand.DescribeOrganisation;
import org.quitclaim.domain.organisation.OrganisationCommand.IntroduceOrganisation;
import org.quitclaim.domain.organisation.OrganisationEvent.AddressAsked;
import org.quitclaim.domain.organisation.OrganisationEvent.AddressConfirmed;
import org.quitclaim.domain.organisation.OrganisationEvent.OrganisationDescribed;
import org.quitclaim.domain.organisation.OrganisationEvent.OrganisationIntroduced;
import org.quitclaim.domain.organisation.OrganisationState.Asked;
import org.quitclaim.domain.organisation.OrganisationState.Described;
import org.quitclaim.domain.organisation.OrganisationState.Unknown;

/**
 * Decides about the organisation's description of itself.
 *
 * <p><b>Guarantees:</b> once an address was said to which links lead, it takes two people to say another one, or none.
 */
public final class OrganisationDecisions {
    private static final Duration CONFIRMED_WITHIN = Duration.ofHours(24);

    private OrganisationDecisions() {}

    public static Decision<OrganisationEvent> decide(OrganisationState state, OrganisationCommand command, Instant at) {
        return switch (command) {
            case IntroduceOrganisation c ->
                switch (state) {
                    case Unknown u -> Decision.accept(new OrganisationIntroduced(c.organisation(), c.details(), at));
                    case Described d -> Decision.reject(OrganisationRejection.ALREADY_INTRODUCED);
                };
            case DescribeOrganisation c ->
                described(
                        state,
                        described -> described.details().equals(c.before())
                                ? Decision.accept(new OrganisationDescribed(described.id(), c.details(), at))
                                : Decision.reject(OrganisationRejection.CHANGED_MEANWHILE));
            case AskForAddress c ->
                described(
                        state,
                        described -> Decision.accept(
                                new AddressAsked(described.id(), c.details(), c.by(), at.plus(CONFIRMED_WITHIN), at)));
            case ConfirmAddress c -> described(state, described -> confirm(described, c, at));
        };
    }

    private static Decision<OrganisationEvent> described(
            OrganisationState state, Function<Described, Decision<OrganisationEvent>> decision) {
        return switch (state) {
            case Unknown u -> Decision.reject(OrganisationRejection.NOT_INTRODUCED);
            case Described described -> decision.apply(described);
        };
    }

    private static Decision<OrganisationEvent> confirm(Described state, ConfirmAddress command, Instant at) {
        Optional<Asked> asked =
                state.asked().filter(one -> one.details().equals(command.details()) && at.isBefore(one.until()));
        if (asked.isEmpty()) {
            return Decision.reject(OrganisationRejection.ADDRESS_NOT_ASKED);
        }
        Optional<Rejection> against = command.twoPeople()
                ? AgreementRules.between(
                        asked.get().by(),
                        command.by(),
                        OrganisationRejection.ADDRESS_SAME_PERSON,
                        OrganisationRejection.ADDRESS_SAME_WORD)
                : Optional.empty();
        return against.<Decision<OrganisationEvent>>map(Decision::reject)
                .orElseGet(() -> Decision.accept(new AddressConfirmed(
                        state.id(), command.details(), command.by().account(), at)));
    }

    public static OrganisationState evolve(OrganisationState state, OrganisationEvent event) {
        return switch (event) {
            case OrganisationIntroduced e -> new Described(e.organisation(), e.details(), Optional.empty());
            case OrganisationDescribed e -> new Described(e.organisation(), e.details(), Optional.empty());
            case AddressAsked e ->
                state instanceof Described described
                        ? new Described(
                                described.id(),
                                described.details(),
                                Optional.of(new Asked(e.details(), e.by(), e.until())))
                        : state;
            case AddressConfirmed e -> new Described(e.organisation(), e.details(), Optional.empty());
        };
    }
}
