package org.quitclaim.command.signing;

import java.time.Instant;
import java.util.List;
import org.quitclaim.domain.link.Code;

/**
 * How far a code is, and what it signs; never the code.
 *
 * @param signs the SHA-256 of what it signs, to be sent along with it
 * @param record what it signs; its digest is that of the form of RFC 8785
 * @param triesLeft how many wrong ones can still be typed, and one of them be right
 */
public record CodeView(String signs, State state, Instant until, int triesLeft, SignedAnswers record) {
    /** What can be done with it. */
    public enum State {
        /** It waits to be mailed. */
        QUEUED,
        /** A mail server took it; whether it arrived is not known. */
        MAILED,
        /** No mail can be sent to the contact point on record. */
        UNREACHABLE,
        /** It did not leave in its time. */
        NOT_SENT,
        /** It was typed, its time or its tries are over. */
        OVER
    }

    static CodeView of(Code code, SignedAnswers record, Instant now) {
        return new CodeView(code.signs(), state(code, now), code.until(), code.left(), record);
    }

    private static State state(Code code, Instant now) {
        if (code.obstacle(now).isPresent()) {
            return State.OVER;
        }
        return switch (code.phase()) {
            case QUEUED -> State.QUEUED;
            case MAILED -> State.MAILED;
            case UNREACHABLE -> State.UNREACHABLE;
            case NOT_SENT -> State.NOT_SENT;
            case ENTERED -> State.OVER;
        };
    }

    /** The answers by the number of the question. */
    public List<Answered> answers() {
        return record.answers().stream()
                .map(one -> new Answered(one.ask(), one.granted()))
                .toList();
    }

    /** One of them. */
    public record Answered(int ask, boolean granted) {}
}
