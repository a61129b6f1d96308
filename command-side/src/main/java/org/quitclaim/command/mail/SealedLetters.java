package org.quitclaim.command.mail;

import java.util.Optional;
import org.quitclaim.command.vault.Sealing;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.domain.link.Link;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;

/** The secrets of links that have not left yet; each goes with its letter. */
final class SealedLetters {
    private final Sealing sealing;
    private final Vault vault;

    SealedLetters(Sealing sealing, Vault vault) {
        this.sealing = sealing;
        this.vault = vault;
    }

    /** The path of the link; empty if it is sealed no more, or nobody can open it any more. */
    Optional<String> path(Link link, AccessReason reason) {
        return text(link.letter(), reason);
    }

    Optional<String> text(RecordId record, AccessReason reason) {
        return sealing.openIfPossible(record, reason).map(opened -> opened.text());
    }

    /** After a crash in between the removal of orphans does it: no event names the letter of a link that has left. */
    void destroy(Link link) {
        destroy(link.letter());
    }

    void destroy(RecordId letter) {
        try {
            vault.delete(letter);
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }
}
