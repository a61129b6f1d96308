package org.quitclaim.domain.consent;

import java.time.LocalDate;

/**
 * What somebody said no to, and has not said yes to since.
 *
 * @param on the day of the no, in the zone of the terms
 */
public record Refused(Terms terms, LocalDate on) {
    /** Whether exactly what {@code question} asks for, its day apart, was refused. */
    boolean concerns(Question question) {
        return isAbout(question.channel())
                && terms.coverage().includes(question.collection(), question.photo())
                && terms.territories().stream().anyMatch(territory -> territory.covers(question.territory()))
                && terms.contexts().concern(question.context());
    }

    boolean isAbout(Channel channel) {
        return terms.channels().contains(channel);
    }

    /** Whether who asks for {@code asked} asks again for what was refused, or for more, or for a part of it. */
    boolean isAskedAgainBy(Terms asked) {
        return terms.purpose() == asked.purpose()
                && (asked.purpose() == Purpose.RECOGNITION
                        || asked.channels().stream().anyMatch(this::isAbout));
    }
}
