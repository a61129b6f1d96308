package org.quitclaim.domain.vault;

/**
 * What a data key protects. One owner has one key per scope and generation, so that destroying one scope leaves the
 * others readable.
 *
 * <p><b>Source:</b> GDPR Art. 5(1)(e), 17; NIST SP 800-57 part 1 on separating keys by use.
 */
public enum KeyScope {
    /** Name and contact data of a person. */
    IDENTITY,
    /** Faceprints and exact match scores of a person. */
    RECOGNITION,
    /** Signature, what was shown, papers of a representative; kept longer than the faceprint, under keys of its own. */
    EVIDENCE,
    /** The image, its renditions and its file name; one key per photo. */
    PHOTO,
    /** Staff accounts and service tokens. */
    STAFF,
    /** Texts of notices, names of collections, destinations of publications, what a file says beside its picture: texts that staff typed. */
    EDITORIAL
}
