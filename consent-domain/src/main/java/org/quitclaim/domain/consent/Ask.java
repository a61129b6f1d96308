package org.quitclaim.domain.consent;

/**
 * One question of a quitclaim: one purpose, and for publication one channel, so that any subset can be granted.
 *
 * @param number counts from 0 within the quitclaim
 */
public record Ask(int number, Terms terms) {
    public Ask {
        if (terms.channels().size() > 1) {
            throw new IllegalArgumentException("each channel is a question of its own");
        }
    }
}
