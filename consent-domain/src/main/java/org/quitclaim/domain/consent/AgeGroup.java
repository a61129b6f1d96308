package org.quitclaim.domain.consent;

/** Whether a guardian has to sign; the date of birth itself lies in the vault. The later one protects more. */
public enum AgeGroup {
    ADULT,
    MINOR
}
