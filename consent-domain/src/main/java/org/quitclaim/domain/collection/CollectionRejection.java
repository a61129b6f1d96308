package org.quitclaim.domain.collection;

import org.quitclaim.domain.Rejection;

/** Why an order to a collection is refused. */
public enum CollectionRejection implements Rejection {
    ALREADY_OPEN("collection.already-open", "This collection exists already."),
    UNKNOWN_COLLECTION("collection.unknown", "Open the collection first."),
    SAME_POLICY("collection.same-policy", "This recognition policy is in force already."),
    ALREADY_PARTICIPANT("collection.already-participant", "This person is on the list already."),
    NOT_PARTICIPANT("collection.not-participant", "This person is not on the list."),
    ALREADY_PHOTOGRAPHER("collection.already-photographer", "This account photographs here already."),
    NOT_PHOTOGRAPHER("collection.not-photographer", "This account does not photograph here.");

    private final String code;
    private final String advice;

    CollectionRejection(String code, String advice) {
        this.code = code;
        this.advice = advice;
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
