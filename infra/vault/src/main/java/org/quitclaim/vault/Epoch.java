package org.quitclaim.vault;

/** One generation of the key-encryption key, counted from 1. */
public record Epoch(int number) {
    public static final Epoch FIRST = new Epoch(1);

    public Epoch {
        if (number < 1) {
            throw new IllegalArgumentException("epochs count from 1");
        }
    }

    public Epoch next() {
        return new Epoch(number + 1);
    }
}
