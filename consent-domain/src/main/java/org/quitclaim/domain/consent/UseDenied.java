package org.quitclaim.domain.consent;

import java.time.LocalDate;
import java.util.List;
import org.quitclaim.domain.Rejection;

/** A person's consent does not cover the use asked about; carries the nearest miss as its code, and the day of a no. */
public record UseDenied(Denial denial, List<LocalDate> on) implements Rejection {
    public UseDenied {
        on = List.copyOf(on);
    }

    public UseDenied(Denial denial) {
        this(denial, List.of());
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }

    @Override
    public String code() {
        return denial.code();
    }

    @Override
    public String advice() {
        return denial == Denial.UNCONFIRMED
                ? "The person said yes, and that counts once a second employee has seen them. Somebody who did not register"
                        + " the person or issue the link says so under Links or Oversight."
                : "The person's consent does not cover this use. Ask for it, cover the person, or choose another photo.";
    }
}
