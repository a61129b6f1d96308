package org.quitclaim.demo;

/**
 * The staff accounts with which the story is told.
 *
 * <p><b>Guarantees</b>: a login's {@code toString} does not show the password.
 */
public record DemoLogins(
        Login admin, Login officer, Login secondOfficer, Login editor, Login photographer, Login auditor) {

    /** One account's name and password. */
    public record Login(String name, String password) {
        @Override
        public String toString() {
            return name;
        }
    }
}
