package org.quitclaim.query.web;

import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.access.problem.RequestRejection;
import org.quitclaim.query.projection.Cursor;
import org.quitclaim.query.projection.MalformedCursor;

/** Reads what every listing can be asked. */
public final class Asked {
    /** How many items an answer has unless asked otherwise. */
    public static final String DEFAULT_LIMIT = "50";

    private static final int MOST = 200;

    private Asked() {}

    public static Cursor cursor(String text) {
        try {
            return Cursor.parse(text);
        } catch (MalformedCursor e) {
            throw new RejectedException(QueryRejection.MALFORMED_CURSOR);
        }
    }

    public static int limit(int asked) {
        if (asked < 1 || asked > MOST) {
            throw new RejectedException(QueryRejection.TOO_MANY);
        }
        return asked;
    }

    public static RejectedException unknownId() {
        return new RejectedException(RequestRejection.UNKNOWN_ID);
    }
}
