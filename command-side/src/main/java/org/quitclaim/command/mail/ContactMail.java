package org.quitclaim.command.mail;

import java.util.Optional;
import org.quitclaim.command.consent.ContactPoint;
import org.quitclaim.command.consent.Identity;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.vault.AccessReason;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether somebody's contact point on record can be mailed from here.
 *
 * <p><b>Guarantees:</b> says nothing of whether a mailbox is there, or who reads it.
 */
public final class ContactMail {
    private final SealedLetters letters;
    private final MailSettings settings;
    private final JsonMapper json;

    ContactMail(SealedLetters letters, MailSettings settings, JsonMapper json) {
        this.letters = letters;
        this.settings = settings;
        this.json = json;
    }

    public boolean reaches(Known person, AccessReason reason) {
        return settings.isSetUp() && contact(person, reason).isPresent();
    }

    /** Empty where nothing was typed that mail can be sent to, or nobody can open it any more. */
    Optional<ContactPoint> contact(Known person, AccessReason reason) {
        return letters.text(person.identity(), reason)
                .flatMap(text ->
                        ContactPoint.parse(json.readValue(text, Identity.class).email()));
    }
}
