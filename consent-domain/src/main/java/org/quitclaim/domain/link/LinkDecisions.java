package org.quitclaim.domain.link;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.id.LinkId;
import org.quitclaim.domain.link.Link.Power;
import org.quitclaim.domain.link.LinkCommand.AskCode;
import org.quitclaim.domain.link.LinkCommand.EnterCode;
import org.quitclaim.domain.link.LinkCommand.IssueFirstLink;
import org.quitclaim.domain.link.LinkCommand.IssueLink;
import org.quitclaim.domain.link.LinkCommand.LapseSigning;
import org.quitclaim.domain.link.LinkCommand.LeaveCodeUnmailed;
import org.quitclaim.domain.link.LinkCommand.LeaveUnmailed;
import org.quitclaim.domain.link.LinkCommand.MailCode;
import org.quitclaim.domain.link.LinkCommand.MailLink;
import org.quitclaim.domain.link.LinkCommand.PassSigningOn;
import org.quitclaim.domain.link.LinkCommand.PrintLink;
import org.quitclaim.domain.link.LinkCommand.RevokeLink;
import org.quitclaim.domain.link.LinkCommand.UseLink;
import org.quitclaim.domain.link.LinkEvent.CodeAsked;
import org.quitclaim.domain.link.LinkEvent.CodeEntered;
import org.quitclaim.domain.link.LinkEvent.CodeMailed;
import org.quitclaim.domain.link.LinkEvent.CodeMissed;
import org.quitclaim.domain.link.LinkEvent.CodeNotMailed;
import org.quitclaim.domain.link.LinkEvent.LinkIssued;
import org.quitclaim.domain.link.LinkEvent.LinkMailed;
import org.quitclaim.domain.link.LinkEvent.LinkNotMailed;
import org.quitclaim.domain.link.LinkEvent.LinkPrinted;
import org.quitclaim.domain.link.LinkEvent.LinkRevoked;
import org.quitclaim.domain.link.LinkEvent.LinkSigningEnded;
import org.quitclaim.domain.link.LinkEvent.LinkUsed;
import org.quitclaim.domain.link.LinksState.Issued;
import org.quitclaim.domain.link.LinksState.Unissued;

/**
 * Decides about the links of one quitclaim.
 *
 * <p><b>Guarantees:</b> issuing takes nothing from anybody: a former link signs until a later one is used. Only a
 * revocation ends reading and withdrawing.
 */
public final class LinkDecisions {
    private LinkDecisions() {}

    public static Decision<LinkEvent> decide(LinksState state, LinkCommand command, Instant at) {
        return switch (state) {
            case Unissued none ->
                command instanceof IssueFirstLink c
                        ? Decision.accept(new LinkIssued(
                                c.quitclaim(), c.person(), c.link(), c.sha256(), c.signsUntil(), c.letter(), at))
                        : Decision.reject(LinkRejection.UNKNOWN);
            case Issued issued -> decideIssued(issued, command, at);
        };
    }

    private static Decision<LinkEvent> decideIssued(Issued issued, LinkCommand command, Instant at) {
        return switch (command) {
            case IssueFirstLink c -> Decision.reject(LinkRejection.EXISTS);
            case IssueLink c ->
                issued.find(c.link()).isPresent()
                        ? Decision.reject(LinkRejection.EXISTS)
                        : Decision.accept(new LinkIssued(
                                c.quitclaim(), issued.person(), c.link(), c.sha256(), c.signsUntil(), c.letter(), at));
            case MailLink c -> queued(issued, c.link(), () -> new LinkMailed(c.quitclaim(), c.link(), c.contact(), at));
            case LeaveUnmailed c ->
                queued(issued, c.link(), () -> new LinkNotMailed(c.quitclaim(), c.link(), c.why(), at));
            case PrintLink c ->
                of(
                        issued,
                        c.link(),
                        link -> link.awaitsPrinting(at)
                                ? Decision.accept(new LinkPrinted(c.quitclaim(), link.id(), at))
                                : Decision.reject(LinkRejection.NOT_TO_PRINT));
            case UseLink c -> of(issued, c.link(), link -> use(issued, link, at));
            case RevokeLink c ->
                of(
                        issued,
                        c.link(),
                        link -> Decision.accept(new LinkRevoked(c.quitclaim(), link.id(), c.reason(), at)));
            case LapseSigning c -> of(issued, c.link(), link -> lapse(issued, link, at));
            case PassSigningOn c ->
                of(
                        issued,
                        c.link(),
                        link -> link.power() == Power.SIGNING
                                ? Decision.accept(ended(issued, link, SigningEnd.PASSED_ON, at))
                                : Decision.reject(LinkRejection.SIGNING_OVER));
            case AskCode c -> of(issued, c.link(), link -> CodeRules.ask(issued, link, c, at));
            case MailCode c ->
                code(
                        issued,
                        c.link(),
                        c.signs(),
                        () -> new CodeMailed(c.quitclaim(), c.link(), c.signs(), c.contact(), at));
            case LeaveCodeUnmailed c ->
                code(
                        issued,
                        c.link(),
                        c.signs(),
                        () -> new CodeNotMailed(c.quitclaim(), c.link(), c.signs(), c.why(), at));
            case EnterCode c -> of(issued, c.link(), link -> CodeRules.enter(issued, link, c, at));
        };
    }

    /**
     * Also of one that was used already: whoever reads mail quickly is quicker than what is written about it. And of one that
     * was printed while a mail server had it: then it left by both ways, and both are written down.
     */
    private static Decision<LinkEvent> queued(Issued issued, LinkId id, Supplier<LinkEvent> event) {
        return of(
                issued,
                id,
                link -> link.delivery() == Delivery.QUEUED || link.delivery() == Delivery.PRINTED
                        ? Decision.accept(event.get())
                        : Decision.reject(LinkRejection.NOT_QUEUED));
    }

    /** Whoever reads mail quickly is quicker than what is written about it: then nothing is left to write. */
    private static Decision<LinkEvent> code(Issued issued, LinkId link, String signs, Supplier<LinkEvent> event) {
        return issued.code(link)
                .filter(code -> code.signs().equals(signs) && code.phase() == Code.Phase.QUEUED)
                .<Decision<LinkEvent>>map(code -> Decision.accept(event.get()))
                .orElseGet(() -> Decision.reject(LinkRejection.NOT_QUEUED));
    }

    private static Decision<LinkEvent> of(Issued issued, LinkId id, Function<Link, Decision<LinkEvent>> decision) {
        Optional<Link> found = issued.find(id);
        if (found.isEmpty()) {
            return Decision.reject(LinkRejection.UNKNOWN);
        }
        return found.get().hasUse() ? decision.apply(found.get()) : Decision.reject(LinkRejection.REVOKED);
    }

    /** Whoever has this link has shown up: what was issued before it signs nothing from now on. */
    private static Decision<LinkEvent> use(Issued issued, Link used, Instant at) {
        if (used.used()) {
            return Decision.reject(LinkRejection.USED);
        }
        List<LinkEvent> events = new ArrayList<>(List.of(new LinkUsed(issued.quitclaim(), used.id(), at)));
        issued.links().stream()
                .takeWhile(link -> !link.id().equals(used.id()))
                .filter(former -> former.power() == Power.SIGNING)
                .forEach(former -> events.add(ended(issued, former, SigningEnd.PASSED_ON, at)));
        return Decision.accept(events);
    }

    private static Decision<LinkEvent> lapse(Issued issued, Link link, Instant at) {
        if (link.power() != Power.SIGNING) {
            return Decision.reject(LinkRejection.SIGNING_OVER);
        }
        return at.isBefore(link.signsUntil())
                ? Decision.reject(LinkRejection.NOT_OVER)
                : Decision.accept(ended(issued, link, SigningEnd.LAPSED, at));
    }

    private static LinkEvent ended(Issued issued, Link link, SigningEnd why, Instant at) {
        return new LinkSigningEnded(issued.quitclaim(), link.id(), why, at);
    }

    public static LinksState evolve(LinksState state, LinkEvent event) {
        return switch (event) {
            case LinkIssued e -> issued(state, e);
            case LinkMailed e -> changed(state, e, link -> unlessPrinted(link, Delivery.MAILED, false));
            case LinkNotMailed e ->
                changed(
                        state,
                        e,
                        link -> unlessPrinted(link, Delivery.TO_PRINT, e.why().printable()));
            case LinkPrinted e -> changed(state, e, link -> link.delivered(Delivery.PRINTED, true));
            case LinkUsed e -> changed(state, e, Link::afterUse);
            case LinkSigningEnded e ->
                changed(state, e, link -> link.with(e.why() == SigningEnd.LAPSED ? Power.LAPSED : Power.PASSED_ON));
            case LinkRevoked e -> changed(state, e, link -> link.with(Power.REVOKED));
            case CodeAsked e -> state instanceof Issued issued ? CodeRules.asked(issued, e) : state;
            case CodeMailed e -> coded(state, e.signs(), code -> code.in(Code.Phase.MAILED));
            case CodeNotMailed e -> coded(state, e.signs(), code -> code.in(CodeRules.unsent(e.why())));
            case CodeMissed e -> coded(state, e.signs(), Code::afterMiss);
            case CodeEntered e -> coded(state, e.signs(), code -> code.in(Code.Phase.ENTERED));
        };
    }

    /** Staff could read it, whichever way it went besides. */
    private static Link unlessPrinted(Link link, Delivery next, boolean mayBePrinted) {
        return link.delivery() == Delivery.PRINTED ? link : link.delivered(next, mayBePrinted);
    }

    private static LinksState issued(LinksState state, LinkIssued e) {
        List<Link> links = new ArrayList<>(state instanceof Issued before ? before.links() : List.of());
        links.add(new Link(
                e.link(),
                e.sha256(),
                e.at(),
                e.signsUntil(),
                false,
                Power.SIGNING,
                e.letter(),
                Delivery.QUEUED,
                false));
        return new Issued(
                e.quitclaim(), e.person(), links, state instanceof Issued before ? before.codes() : List.of());
    }

    private static LinksState coded(LinksState state, String signs, UnaryOperator<Code> change) {
        return state instanceof Issued issued ? CodeRules.changed(issued, signs, change) : state;
    }

    private static LinksState changed(LinksState state, LinkEvent event, UnaryOperator<Link> change) {
        return state instanceof Issued issued
                ? new Issued(
                        issued.quitclaim(),
                        issued.person(),
                        issued.links().stream()
                                .map(link -> link.id().equals(event.link()) ? change.apply(link) : link)
                                .toList(),
                        issued.codes())
                : state;
    }
}
