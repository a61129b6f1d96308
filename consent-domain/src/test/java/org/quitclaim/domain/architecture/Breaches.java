package org.quitclaim.domain.architecture;

import java.io.File;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.quitclaim.domain.status.Colour;

/** One breach of each rule. */
final class Breaches {
    private Breaches() {}

    static final class OfJava {
        void dependsOnALibrary() {
            Assertions.setMaxStackTraceElementsDisplayed(1);
        }
    }

    static final class OfTheClock {
        Instant looksAtTheClock() {
            return Instant.now();
        }
    }

    static final class OfChance {
        UUID rollsTheDice() {
            return UUID.randomUUID();
        }
    }

    static final class OfQuiet {
        boolean readsTheDisk() {
            return new File("data").exists();
        }
    }

    static final class OfOrder {
        Colour leansOnWhatIsDerived() {
            return Colour.GREEN;
        }
    }

    static final class OfSilence {
        void talks() {
            System.getLogger("domain").log(System.Logger.Level.INFO, "somebody");
        }
    }
}
