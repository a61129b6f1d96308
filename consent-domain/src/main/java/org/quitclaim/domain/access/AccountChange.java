package org.quitclaim.domain.access;

/** What is asked for about an account. */
public enum AccountChange {
    /** That it exists. */
    ACCOUNT,
    /** Other roles. */
    ROLES,
    /** A new one-time password, because the present one was forgotten. */
    PASSWORD
}
