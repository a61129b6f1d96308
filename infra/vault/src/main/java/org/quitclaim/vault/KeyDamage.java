package org.quitclaim.vault;

import java.util.Set;

/**
 * What a look at the vault's rows found that is not as it was written.
 *
 * @param keys under which something is sealed that nobody can open now: their row is altered, exchanged or lost
 * @param strays rows of keys that protect nothing, or of which nobody can read whose they are
 * @param records of which nobody can read whose they are
 */
public record KeyDamage(Set<KeyRef> keys, int strays, long records) {
    public static final KeyDamage NONE = new KeyDamage(Set.of(), 0, 0);

    public KeyDamage {
        keys = Set.copyOf(keys);
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return keys.size() + " keys, " + strays + " rows of no key, " + records + " records of nobody";
    }
}
