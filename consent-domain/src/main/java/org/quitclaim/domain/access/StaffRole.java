package org.quitclaim.domain.access;

/** What somebody with an account, or a machine in their place, is trusted with. */
public enum StaffRole {
    PHOTOGRAPHER,
    EDITOR,
    COMPLIANCE_OFFICER,
    AUDITOR,
    ADMIN
}
