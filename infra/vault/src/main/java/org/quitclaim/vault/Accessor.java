package org.quitclaim.vault;

import java.util.regex.Pattern;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.ActorId;

/** Who opens a record. */
public sealed interface Accessor {

    /** Somebody with an account, or a machine with a service token. */
    record Staff(ActorId actor) implements Accessor {}

    /** The portrayed person, through a link of their own. */
    record Portrayed(PersonId person) implements Accessor {}

    /** The system itself, by the code of the work it does, such as {@code gallery-loading}. */
    record SystemTask(String code) implements Accessor {
        private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

        public SystemTask {
            if (!FORM.matcher(code).matches()) {
                throw new IllegalArgumentException(
                        "a system task is named by a code of 1 to 40 characters a-z, 0-9, -");
            }
        }
    }
}
