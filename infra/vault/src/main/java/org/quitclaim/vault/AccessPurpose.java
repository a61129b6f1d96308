package org.quitclaim.vault;

/** Why a record is opened. Stored by name in the access log: never rename one. */
public enum AccessPurpose {
    /** Somebody who may see it looks at a screen. */
    DISPLAY,
    /** A login or a token is checked. */
    AUTHENTICATION,
    /** Faces are compared under a permit. */
    RECOGNITION,
    /** A photo is prepared for release or a rendition is made. */
    PUBLICATION,
    /** Consent is asked for, given, or its evidence examined. */
    CONSENT,
    /** A data subject exercises a right. */
    DATA_SUBJECT_REQUEST,
    /** Something has to be erased or taken down. */
    ERASURE,
    /** The system builds what it needs in memory, such as a name directory. */
    INDEXING,
    /** An auditor or regulator examines. */
    AUDIT
}
