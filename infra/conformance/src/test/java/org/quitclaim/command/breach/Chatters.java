package org.quitclaim.command.breach;

/** Breaks a rule on purpose. */
final class Chatters {
    @SuppressWarnings("SystemOut")
    void talks() {
        System.out.println("somebody");
    }
}
