package org.quitclaim.domain.deadline;

import java.time.LocalDate;

/** How urgent something with a due date is. Source: GDPR Art. 12(3). Stored by name: never rename one. */
public enum DueAlarm {
    /** A week or less is left. */
    DUE_SOON,
    OVERDUE;

    private static final int NOTICE_DAYS = 7;

    /** Whether it is to be sounded on this day. */
    public boolean soundsOn(LocalDate day, LocalDate dueOn) {
        return switch (this) {
            case DUE_SOON -> !day.isBefore(dueOn.minusDays(NOTICE_DAYS));
            case OVERDUE -> day.isAfter(dueOn);
        };
    }
}
