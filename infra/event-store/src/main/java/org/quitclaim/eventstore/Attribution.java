package org.quitclaim.eventstore;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.axonframework.messaging.MetaData;

/**
 * Who made an event happen and why; in the metadata of every event.
 *
 * <p><b>Guarantees:</b> whole and well-formed; nothing in it is free text. An actor that is a data subject or a
 * representative is a link to that person, like every id in a payload, and treated as personal data.
 *
 * <p><b>Errors:</b> {@link IllegalArgumentException} for anything else; the text does not repeat the value.
 *
 * @param actor {@code acc_…} (account), {@code tok_…} (service token), {@code per_…} (the data subject, through a link of
 *     their own), {@code rep_…} (a representative), or {@code system:} and the duty that acted
 * @param role under which the actor acted
 * @param reason code of what was wanted, such as {@code consent.withdraw-consent}
 * @param caseRef opaque id of the case it belongs to; empty when it belongs to none
 * @param correlation the same for everything that came of one request or one tick of the clock
 * @param causation id of the event that led to it, or one of the words {@code request}, {@code clock}, {@code start}
 */
public record Attribution(
        String actor, String role, String reason, String caseRef, String correlation, String causation) {
    public static final String SYSTEM_PREFIX = "system:";

    private static final String ACTOR = "actor";
    private static final String ROLE = "role";
    private static final String REASON = "reason";
    private static final String CASE = "case";
    private static final String CORRELATION = "correlation";
    private static final String CAUSATION = "causation";

    private static final Pattern ACTOR_FORM =
            Pattern.compile("(?:acc|tok|per|rep)_[a-z2-7]{26}|" + SYSTEM_PREFIX + "[a-z]+(?:-[a-z]+)*");
    private static final Pattern ROLE_FORM = Pattern.compile("[A-Z]+(?:_[A-Z]+)*");
    private static final Pattern REASON_FORM = Pattern.compile("[a-z]+(?:[-.][a-z0-9]+)*");
    private static final Pattern CASE_FORM = Pattern.compile("(?:[a-z]{3}_[a-z2-7]{26})?");
    private static final Pattern ID_FORM = Pattern.compile("[A-Za-z0-9-]{1,64}");

    public Attribution {
        require(ACTOR, ACTOR_FORM, actor);
        require(ROLE, ROLE_FORM, role);
        require(REASON, REASON_FORM, reason);
        require(CASE, CASE_FORM, caseRef);
        require(CORRELATION, ID_FORM, correlation);
        require(CAUSATION, ID_FORM, causation);
    }

    private static void require(String part, Pattern form, String value) {
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a well-formed " + part + " of an event");
        }
    }

    /** As it is stored; without a case where there is none. */
    public MetaData metaData() {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put(ACTOR, actor);
        parts.put(ROLE, role);
        parts.put(REASON, reason);
        if (!caseRef.isEmpty()) {
            parts.put(CASE, caseRef);
        }
        parts.put(CORRELATION, correlation);
        parts.put(CAUSATION, causation);
        return MetaData.from(parts);
    }

    /**
     * What a message's metadata says; empty if it says nothing of the kind.
     *
     * @throws IllegalArgumentException if it says a part of it only, or something else in its place
     */
    public static Optional<Attribution> in(MetaData metadata) {
        return metadata.containsKey(ACTOR)
                ? Optional.of(new Attribution(
                        text(metadata, ACTOR),
                        text(metadata, ROLE),
                        text(metadata, REASON),
                        text(metadata, CASE),
                        text(metadata, CORRELATION),
                        text(metadata, CAUSATION)))
                : Optional.empty();
    }

    private static String text(MetaData metadata, String part) {
        return metadata.get(part) instanceof String text ? text : "";
    }
}
