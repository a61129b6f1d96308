package org.quitclaim.vault.epoch;

import java.util.Collection;
import org.quitclaim.vault.KeyRef;

/** Keeps what changes keys apart from what reads them. */
public interface KeyGuard {

    /** What is held until closed, by the thread that took it. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }

    /** While it is held, none of these keys is minted, changed or destroyed. */
    Held shared(Collection<KeyRef> keys);

    /** Returns when every change that was in progress has ended. */
    void outlast();
}
