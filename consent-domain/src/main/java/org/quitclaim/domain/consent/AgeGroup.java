package org.quitclaim.domain.consent;

/** Whether a guardian has to sign; the date of birth itself lies in the vault. */
public enum AgeGroup {
    ADULT,
    MINOR
}
