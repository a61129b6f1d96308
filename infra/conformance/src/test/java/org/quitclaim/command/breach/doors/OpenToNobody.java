package org.quitclaim.command.breach.doors;

/** Public, and of use to its own package only. */
public class OpenToNobody {
    static int rooms() {
        return 1;
    }
}
