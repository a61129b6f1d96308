package org.quitclaim.face.evaluate;

import java.security.SecureRandom;

/** Ids for the length of one measurement; they name nothing outside it. */
final class RandomIds {

    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BODY_LENGTH = 26;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomIds() {}

    static String next(String prefix) {
        StringBuilder id = new StringBuilder(prefix);
        for (int i = 0; i < BODY_LENGTH; i++) {
            id.append(BASE32.charAt(RANDOM.nextInt(BASE32.length())));
        }
        return id.toString();
    }
}
