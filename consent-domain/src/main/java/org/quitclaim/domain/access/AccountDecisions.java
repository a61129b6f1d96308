package org.quitclaim.domain.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.Rejection;
import org.quitclaim.domain.access.AccountCommand.AgreeToAccount;
import org.quitclaim.domain.access.AccountCommand.AskAccount;
import org.quitclaim.domain.access.AccountCommand.AskPassword;
import org.quitclaim.domain.access.AccountCommand.AskRoles;
import org.quitclaim.domain.access.AccountCommand.EndAccount;
import org.quitclaim.domain.access.AccountCommand.EndPassword;
import org.quitclaim.domain.access.AccountCommand.ForgetAccount;
import org.quitclaim.domain.access.AccountCommand.FoundAccount;
import org.quitclaim.domain.access.AccountCommand.LapseAccount;
import org.quitclaim.domain.access.AccountCommand.NarrowRoles;
import org.quitclaim.domain.access.AccountCommand.NotePassword;
import org.quitclaim.domain.access.AccountEvent.AccountAsked;
import org.quitclaim.domain.access.AccountEvent.AccountEnded;
import org.quitclaim.domain.access.AccountEvent.AccountForgotten;
import org.quitclaim.domain.access.AccountEvent.AccountGranted;
import org.quitclaim.domain.access.AccountEvent.AccountLapsed;
import org.quitclaim.domain.access.AccountEvent.PasswordChanged;
import org.quitclaim.domain.access.AccountEvent.PasswordEnded;
import org.quitclaim.domain.access.AccountState.Active;
import org.quitclaim.domain.access.AccountState.Asked;
import org.quitclaim.domain.access.AccountState.Ended;
import org.quitclaim.domain.access.AccountState.Forgotten;
import org.quitclaim.domain.access.AccountState.Request;
import org.quitclaim.domain.access.AccountState.Unknown;
import org.quitclaim.domain.vault.AccountId;

/** Decides about the account of a member of staff. */
public final class AccountDecisions {
    private AccountDecisions() {}

    public static Decision<AccountEvent> decide(AccountState state, AccountCommand command, Instant at) {
        return switch (state) {
            case Unknown none -> begin(command, at);
            case Asked asked -> decideAsked(asked, command, at);
            case Active active -> decideActive(active, command, at);
            case Ended ended ->
                command instanceof ForgetAccount
                        ? Decision.accept(new AccountForgotten(ended.account(), at))
                        : over(command);
            case Forgotten gone -> over(command);
        };
    }

    private static Decision<AccountEvent> begin(AccountCommand command, Instant at) {
        return switch (command) {
            case FoundAccount c ->
                Decision.accept(
                        new AccountGranted(c.account(), AccountChange.ACCOUNT, c.roles(), List.of(), c.account(), at));
            case AskAccount c -> ask(c.account(), AccountChange.ACCOUNT, c.roles(), c.by(), c.alone(), at);
            default -> Decision.reject(StaffRejection.UNKNOWN_ACCOUNT);
        };
    }

    private static Decision<AccountEvent> over(AccountCommand command) {
        return command instanceof FoundAccount || command instanceof AskAccount
                ? Decision.reject(StaffRejection.ACCOUNT_EXISTS)
                : Decision.reject(StaffRejection.UNKNOWN_ACCOUNT);
    }

    private static Decision<AccountEvent> decideAsked(Asked asked, AccountCommand command, Instant at) {
        return switch (command) {
            case AgreeToAccount c -> agree(asked.account(), asked.account(), asked.request(), c, at);
            case EndAccount c -> Decision.accept(new AccountLapsed(asked.account(), at));
            // it was agreed to, and its first password replaced since: nobody makes that one once more
            case EndPassword c -> Decision.accept(new AccountLapsed(asked.account(), at));
            case LapseAccount c ->
                at.isBefore(asked.request().until())
                        ? Decision.reject(StaffRejection.NOT_OVER)
                        : Decision.accept(new AccountLapsed(asked.account(), at));
            case FoundAccount c -> over(command);
            case AskAccount c -> over(command);
            case AskRoles c -> over(command);
            case AskPassword c -> over(command);
            case ForgetAccount c -> over(command);
            case NotePassword c -> over(command);
            // it was agreed to, and had roles taken away since: nobody agrees to them once more
            case NarrowRoles c ->
                c.roles().containsAll(asked.request().roles())
                        ? Decision.reject(StaffRejection.NOTHING_CHANGES)
                        : Decision.accept(new AccountLapsed(asked.account(), at));
        };
    }

    private static Decision<AccountEvent> decideActive(Active active, AccountCommand command, Instant at) {
        return switch (command) {
            case AskRoles c -> askRoles(active, c, at);
            case AskPassword c ->
                refusal(active, c.by(), at)
                        .<Decision<AccountEvent>>map(Decision::reject)
                        .orElseGet(() ->
                                ask(active.account(), AccountChange.PASSWORD, active.roles(), c.by(), c.alone(), at));
            case AgreeToAccount c ->
                active.request()
                        .map(request -> agree(
                                active.account(),
                                request.change() == AccountChange.PASSWORD ? active.account() : active.line(),
                                request,
                                c,
                                at))
                        .orElseGet(() -> Decision.reject(StaffRejection.NOTHING_ASKED));
            case EndAccount c -> Decision.accept(new AccountEnded(active.account(), at));
            case EndPassword c ->
                active.passwordOver()
                        ? Decision.reject(StaffRejection.NOTHING_CHANGES)
                        : Decision.accept(new PasswordEnded(active.account(), at));
            case NotePassword c -> Decision.accept(new PasswordChanged(active.account(), at));
            case FoundAccount c -> over(command);
            case AskAccount c -> over(command);
            case NarrowRoles c -> narrow(active, c.roles(), at);
            case LapseAccount c -> Decision.reject(StaffRejection.NOT_OVER);
            case ForgetAccount c -> Decision.reject(StaffRejection.NOT_OVER);
        };
    }

    private static Decision<AccountEvent> askRoles(Active active, AskRoles command, Instant at) {
        Optional<Rejection> refusal = command.roles().equals(active.roles())
                ? Optional.of(StaffRejection.NOTHING_CHANGES)
                : refusal(active, command.by(), at);
        if (refusal.isPresent()) {
            return Decision.reject(refusal.get());
        }
        if (active.roles().containsAll(command.roles())) {
            return Decision.accept(new AccountGranted(
                    active.account(), AccountChange.ROLES, command.roles(), active.by(), active.line(), at));
        }
        return ask(active.account(), AccountChange.ROLES, command.roles(), command.by(), command.alone(), at);
    }

    /** A request for more than is left goes with the roles; an account that none is left of ends. */
    private static Decision<AccountEvent> narrow(Active active, Set<StaffRole> most, Instant at) {
        Set<StaffRole> kept = active.roles().stream().filter(most::contains).collect(Collectors.toUnmodifiableSet());
        if (kept.isEmpty()) {
            return Decision.accept(new AccountEnded(active.account(), at));
        }
        boolean asksForMore = active.request()
                .filter(request -> !most.containsAll(request.roles()))
                .isPresent();
        return kept.equals(active.roles()) && !asksForMore
                ? Decision.reject(StaffRejection.NOTHING_CHANGES)
                : Decision.accept(new AccountGranted(
                        active.account(), AccountChange.ROLES, kept, active.by(), active.line(), at));
    }

    private static Optional<Rejection> refusal(Active active, Voucher by, Instant at) {
        if (by.account().equals(active.account())) {
            return Optional.of(StaffRejection.OWN_ACCOUNT);
        }
        return active.request()
                .filter(request -> at.isBefore(request.until()))
                .map(request -> StaffRejection.ASKED_ALREADY);
    }

    private static Decision<AccountEvent> ask(
            AccountId account, AccountChange change, Set<StaffRole> roles, Voucher by, boolean alone, Instant at) {
        return Decision.accept(
                alone
                        ? new AccountGranted(account, change, roles, List.of(by.account()), by.line(), at)
                        : new AccountAsked(account, change, roles, by, at.plus(AgreementRules.WITHIN), at));
    }

    /** @param line whose word stands behind it if the two do not stand on one */
    private static Decision<AccountEvent> agree(
            AccountId account, AccountId line, Request request, AgreeToAccount command, Instant at) {
        Voucher by = command.by();
        if (!at.isBefore(request.until())) {
            return Decision.reject(StaffRejection.NOTHING_ASKED);
        }
        if (by.account().equals(account)) {
            return Decision.reject(StaffRejection.OWN_ACCOUNT);
        }
        return AgreementRules.against(request.by(), by, command.askerStands())
                .<Decision<AccountEvent>>map(Decision::reject)
                .orElseGet(() -> Decision.accept(new AccountGranted(
                        account,
                        request.change(),
                        request.roles(),
                        List.of(request.by().account(), by.account()),
                        AgreementRules.line(request.by(), by).orElse(line),
                        at)));
    }

    public static AccountState evolve(AccountState state, AccountEvent event) {
        return switch (event) {
            case AccountAsked e -> asked(state, e);
            case AccountGranted e -> granted(state, e);
            case AccountLapsed e -> new Forgotten(e.account(), state.did());
            case AccountEnded e -> new Ended(e.account(), state.did(), e.at());
            case AccountForgotten e -> new Forgotten(e.account(), state.did());
            case PasswordChanged e -> state;
            case PasswordEnded e -> state instanceof Active active ? active.withoutPassword() : state;
        };
    }

    /** Other roles open no account whose password is over. */
    private static Active granted(AccountState state, AccountGranted event) {
        boolean otherRoles = event.change() == AccountChange.ROLES;
        return new Active(
                event.account(),
                event.roles(),
                makers(state, event),
                event.line(),
                Optional.empty(),
                otherRoles && state instanceof Active before ? before.opened() : event.at(),
                otherRoles && state instanceof Active shut && shut.passwordOver(),
                event.roles().contains(StaffRole.ADMIN) || state instanceof Active once && once.everAdministrator());
    }

    /** That two people gave a role does not mend that one person knew the password. */
    private static List<AccountId> makers(AccountState state, AccountGranted event) {
        boolean moreHands = event.change() == AccountChange.ROLES && event.by().size() > 1;
        return moreHands && state instanceof Active active ? active.by() : event.by();
    }

    private static AccountState asked(AccountState state, AccountAsked event) {
        Request request = new Request(event.change(), event.roles(), event.by(), event.until());
        return state instanceof Active active ? active.asking(request) : new Asked(event.account(), request);
    }
}
