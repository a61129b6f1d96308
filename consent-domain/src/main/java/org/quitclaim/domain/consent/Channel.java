package org.quitclaim.domain.consent;

/** Where a rendition is made public. */
public enum Channel {
    WEBSITE,
    SOCIAL_MEDIA,
    PRINT,
    PRESS,
    INTERNAL,
    ADVERTISING
}
