package org.quitclaim.command.work;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The same for each of many: whoever it fails for keeps nobody else from it, and comes again at a later tick. */
public final class ForEach {
    private static final Logger LOG = LoggerFactory.getLogger(ForEach.class);

    private ForEach() {}

    /** @return whether it was done for all of them */
    public static <T> boolean guarded(List<T> many, Consumer<T> work) {
        int failed = 0;
        for (T one : many) {
            try {
                work.accept(one);
            } catch (RuntimeException e) {
                failed++;
                LOG.warn(
                        "One of {} could not be dealt with and will be tried again ({}).",
                        many.size(),
                        e.getClass().getSimpleName());
            }
        }
        return failed == 0;
    }
}
