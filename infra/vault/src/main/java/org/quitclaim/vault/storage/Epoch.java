package org.quitclaim.vault.storage;

/** One generation of the key-encryption key, counted from 1. */
public record Epoch(int number) {
    public static final Epoch FIRST = new Epoch(1);

    public Epoch {
        if (number < 1) {
            throw new IllegalArgumentException("epochs count from 1");
        }
    }
}
