package org.quitclaim.domain;

import java.time.LocalDate;

/** A refusal whose text names a day, where it says <code>{day}</code>. */
public interface DatedRejection extends Rejection {
    LocalDate on();
}
