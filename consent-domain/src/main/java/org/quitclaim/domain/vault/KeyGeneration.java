package org.quitclaim.domain.vault;

/**
 * Counts the keys that one owner has had for one scope, from 1.
 *
 * <p><b>Guarantees:</b> a generation is minted by the event that makes the processing lawful; once destroyed it never
 * becomes usable again, a new grant mints the next one.
 */
public record KeyGeneration(int number) implements Comparable<KeyGeneration> {
    public static final KeyGeneration FIRST = new KeyGeneration(1);

    public KeyGeneration {
        if (number < 1) {
            throw new IllegalArgumentException("key generations count from 1");
        }
    }

    public KeyGeneration next() {
        return new KeyGeneration(number + 1);
    }

    @Override
    public int compareTo(KeyGeneration other) {
        return Integer.compare(number, other.number);
    }
}
