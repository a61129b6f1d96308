package org.quitclaim.command.consent;

import org.jspecify.annotations.Nullable;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.InputRejection;

/** Name and contact point of a person, as they are sealed. */
public record Identity(String name, String email) {
    private static final InputRejection UNUSABLE = new InputRejection(
            "consent.contact-point-unusable",
            "No letter can be sent to this e-mail address. Type one address anew, such as name@example.org, or leave it"
                    + " out.");

    /**
     * A contact point as somebody typed it; blank where there is none.
     *
     * @throws RejectedException for what mail cannot be sent to
     */
    public static String contact(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return "";
        }
        return ContactPoint.parse(typed.strip())
                .map(ContactPoint::address)
                .orElseThrow(() -> new RejectedException(UNUSABLE));
    }

    @Override
    public String toString() {
        return "Identity[hidden]";
    }
}
