package org.quitclaim.domain.notice;

/**
 * What a notice has to tell before anybody can consent on it.
 *
 * <p><b>Source:</b> GDPR Art. 7(2), 13; ISO/IEC 29184.
 */
public enum NoticeElement {
    CONTROLLER,
    PURPOSES,
    DATA,
    RECIPIENTS,
    RETENTION,
    RIGHTS,
    WITHDRAWAL,
    COMPLAINT,
    TRANSFERS,
    AUTOMATED_LOGIC
}
