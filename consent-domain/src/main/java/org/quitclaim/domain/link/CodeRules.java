package org.quitclaim.domain.link;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.link.Code.Phase;
import org.quitclaim.domain.link.LinkCommand.AskCode;
import org.quitclaim.domain.link.LinkCommand.EnterCode;
import org.quitclaim.domain.link.LinkEvent.CodeAsked;
import org.quitclaim.domain.link.LinkEvent.CodeEntered;
import org.quitclaim.domain.link.LinkEvent.CodeMissed;
import org.quitclaim.domain.link.LinksState.Issued;

/** When a code is made, and when it signs. Each is decided in its link's stream, so tries at the same time are counted one by one. */
final class CodeRules {
    private CodeRules() {}

    static Decision<LinkEvent> ask(Issued issued, Link link, AskCode c, Instant at) {
        Optional<LinkRejection> obstacle = link.signing(at)
                .or(() -> asked(issued, link, Code.HOUR, at) >= Code.PER_HOUR
                                || asked(issued, link, Code.DAY, at) >= Code.PER_DAY
                        ? Optional.of(LinkRejection.CODES_TOO_MANY)
                        : Optional.empty());
        return obstacle.<Decision<LinkEvent>>map(Decision::reject)
                .orElseGet(() -> Decision.accept(new CodeAsked(
                        c.quitclaim(),
                        link.id(),
                        c.signs(),
                        c.grants(),
                        c.letter(),
                        c.statement(),
                        at.plus(Code.VALID),
                        at)));
    }

    private static long asked(Issued issued, Link link, Duration span, Instant at) {
        return issued.codes().stream()
                .filter(code -> code.link().equals(link.id()) && code.askedWithin(span, at))
                .count();
    }

    static Decision<LinkEvent> enter(Issued issued, Link link, EnterCode c, Instant at) {
        Optional<LinkRejection> obstacle = link.signing(at).or(() -> issued.codeObstacle(link.id(), c.signs(), at));
        return obstacle.<Decision<LinkEvent>>map(Decision::reject)
                .orElseGet(() -> Decision.accept(
                        c.right()
                                ? new CodeEntered(c.quitclaim(), link.id(), c.signs(), at)
                                : new CodeMissed(c.quitclaim(), link.id(), c.signs(), at)));
    }

    /** What is older than a day counts for nothing any more. */
    static Issued asked(Issued issued, CodeAsked e) {
        List<Code> codes = new ArrayList<>(issued.codes().stream()
                .filter(code -> code.askedWithin(Code.DAY, e.at()))
                .toList());
        codes.add(new Code(
                e.link(), e.signs(), e.grants(), e.letter(), e.statement(), e.at(), e.until(), 0, Phase.QUEUED));
        return issued.with(codes);
    }

    static Issued changed(Issued issued, String signs, UnaryOperator<Code> change) {
        return issued.with(issued.codes().stream()
                .map(code -> code.signs().equals(signs) ? change.apply(code) : code)
                .toList());
    }

    static Phase unsent(NotMailed why) {
        return switch (why) {
            case NO_MAIL_SERVER, NO_CONTACT_POINT, NO_PUBLIC_ADDRESS, REFUSED -> Phase.UNREACHABLE;
            case UNSURE, GAVE_UP, NOBODY_TO_SEND_TO -> Phase.NOT_SENT;
        };
    }

    static Optional<Code> latest(Stream<Code> codes) {
        return codes.reduce((earlier, later) -> later);
    }
}
