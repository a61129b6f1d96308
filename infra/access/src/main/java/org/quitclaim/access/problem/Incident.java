package org.quitclaim.access.problem;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes an unexpected error to the log under a random number and answers with nothing but that number.
 *
 * <p><b>Guarantees:</b> exception texts are not logged, since libraries put values into them; the types and the places
 * in the code are.
 */
final class Incident {
    private static final Logger LOG = LoggerFactory.getLogger(Incident.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 8;
    private static final int FRAMES = 40;

    private Incident() {}

    static String report(Throwable thrown) {
        return report(traceWithoutTexts(thrown));
    }

    /** Where it is known what is wrong, so that nobody has to look for it in the program. */
    static String report(String known) {
        byte[] id = new byte[ID_BYTES];
        RANDOM.nextBytes(id);
        String incident = "inc_" + HexFormat.of().formatHex(id);
        LOG.error("Incident {}: {}", incident, known);
        return incident;
    }

    static String traceWithoutTexts(Throwable thrown) {
        StringBuilder trace = new StringBuilder();
        Throwable next = thrown;
        for (int depth = 0; next != null && depth < 10; depth++) {
            trace.append(depth == 0 ? "" : "\ncaused by ")
                    .append(next.getClass().getName());
            StackTraceElement[] frames = next.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                trace.append("\n\tat ").append(frames[i]);
            }
            next = next.getCause();
        }
        return trace.toString();
    }
}
