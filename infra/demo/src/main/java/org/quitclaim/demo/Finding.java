package org.quitclaim.demo;

import java.util.Objects;

/**
 * What a check found.
 *
 * @param seen what was there, shown when the check failed
 */
record Finding(boolean good, String seen) {
    static Finding that(boolean good, Object seen) {
        return new Finding(good, String.valueOf(seen));
    }

    static Finding same(Object expected, Object seen) {
        return new Finding(Objects.equals(expected, seen), "expected " + expected + ", saw " + seen);
    }

    /** Whether the server refused, with this stable code. */
    static Finding refused(String code, Reply reply) {
        return new Finding(reply.refusedWith(code), "expected a refusal " + code + ", saw " + reply);
    }

    static Finding accepted(Reply reply) {
        return new Finding(reply.ok(), reply.toString());
    }

    Finding and(Finding other) {
        return good ? other : this;
    }
}
