package org.quitclaim.domain.consent;

import org.quitclaim.domain.Rejection;

/** A person's consent does not cover the use asked about; carries the nearest miss as its code. */
public record UseDenied(Denial denial) implements Rejection {
    @Override
    public String code() {
        return denial.code();
    }

    @Override
    public String advice() {
        return "The person's consent does not cover this use. Ask for it, cover the person, or choose another photo.";
    }
}
