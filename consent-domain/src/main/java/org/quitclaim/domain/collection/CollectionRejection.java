package org.quitclaim.domain.collection;

import org.quitclaim.domain.Rejection;

/** Why an order to a collection is refused. */
public enum CollectionRejection implements Rejection {
    ALREADY_OPEN(Kind.CONFLICT, "collection.already-open", "This collection exists already."),
    UNKNOWN_COLLECTION(Kind.ABSENT, "collection.unknown", "Open the collection first."),
    SAME_POLICY(Kind.CONFLICT, "collection.same-policy", "This recognition policy is in force already."),
    ALREADY_PARTICIPANT(Kind.CONFLICT, "collection.already-participant", "This person is on the list already."),
    NOT_PARTICIPANT(Kind.CONFLICT, "collection.not-participant", "This person is not on the list."),
    ALREADY_PHOTOGRAPHER(Kind.CONFLICT, "collection.already-photographer", "This account photographs here already."),
    NOT_PHOTOGRAPHER(Kind.CONFLICT, "collection.not-photographer", "This account does not photograph here.");

    private final Kind kind;
    private final String code;
    private final String advice;

    CollectionRejection(Kind kind, String code, String advice) {
        this.kind = kind;
        this.code = code;
        this.advice = advice;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String advice() {
        return advice;
    }
}
