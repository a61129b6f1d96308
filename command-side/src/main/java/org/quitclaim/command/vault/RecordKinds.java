package org.quitclaim.command.vault;

import org.quitclaim.vault.RecordKind;

/** What is sealed on behalf of commands. */
public final class RecordKinds {
    public static final RecordKind IDENTITY = new RecordKind("identity");
    public static final RecordKind EVIDENCE = new RecordKind("evidence");
    public static final RecordKind JUSTIFICATION = new RecordKind("justification");
    public static final RecordKind REPRESENTATIVE = new RecordKind("representative");
    public static final RecordKind FACEPRINT = new RecordKind("faceprint");
    public static final RecordKind MATCH_SCORE = new RecordKind("match-score");
    public static final RecordKind IMAGE = new RecordKind("image");
    public static final RecordKind PREVIEW = new RecordKind("preview");
    public static final RecordKind RENDITION = new RecordKind("rendition");
    /** By what a picture is known again. */
    public static final RecordKind PICTURE_DIGEST = new RecordKind("picture-digest");

    public static final RecordKind FILE_NAME = new RecordKind("file-name");
    public static final RecordKind FILE_WORDS = new RecordKind("file-words");
    public static final RecordKind NOTICE_TEXT = new RecordKind("notice-text");
    public static final RecordKind COLLECTION_NAME = new RecordKind("collection-name");
    public static final RecordKind RELEASE_LINES = new RecordKind("release-lines");
    public static final RecordKind DESTINATION = new RecordKind("destination");
    public static final RecordKind LOSS_ACCEPTED = new RecordKind("loss-accepted");
    public static final RecordKind BULK_USE = new RecordKind("bulk-use");
    public static final RecordKind DPIA_REFERENCE = new RecordKind("dpia-reference");
    public static final RecordKind DPIA_APPROVER = new RecordKind("dpia-approver");

    public static final RecordKind ORGANISATION = new RecordKind("organisation");

    /** What a context is called, in each language. */
    public static final RecordKind CONTEXT_WORDS = new RecordKind("context-words");

    public static final RecordKind FINGERPRINTS = new RecordKind("fingerprints");
    public static final RecordKind ERASURE_REASON = new RecordKind("erasure-reason");

    /** Why somebody must not be found. */
    public static final RecordKind SAFEGUARDING_REASON = new RecordKind("safeguarding-reason");

    /** What somebody wrote about a request, and what was answered. */
    public static final RecordKind REQUEST_TEXT = new RecordKind("request-text");

    /** The secret of a link that has not left yet. */
    public static final RecordKind LINK_LETTER = new RecordKind("link-letter");

    /** A code that has not left yet. */
    public static final RecordKind CODE_LETTER = new RecordKind("code-letter");

    /** The answers that a code signs, and what the code is known by. */
    public static final RecordKind CODE_STATEMENT = new RecordKind("code-statement");

    public static final RecordKind BREACH_ACCOUNT = new RecordKind("breach-account");

    private RecordKinds() {}
}
