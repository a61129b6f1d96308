package org.quitclaim.command.vault;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.InputRejection;
import org.quitclaim.vault.Vault;
import org.springframework.http.HttpStatus;

/**
 * The word by which somebody who read what an order would do orders exactly that.
 *
 * <p><b>Guarantees:</b> the word holds for one order, and as long as it would do the same; it cannot be made without the
 * installation's key, and nothing is kept here.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class Previews {
    private static final InputRejection NOT_SEEN = new InputRejection(
            "request.not-previewed",
            "This cannot be taken back. Read what it would do first, at the preview of this order, and send the value"
                    + " of confirm from there along.");
    private static final InputRejection CHANGED = new InputRejection(
            "request.preview-outdated",
            "This would no longer do what was read, or something else. Read the preview of this order again.",
            HttpStatus.CONFLICT);
    private static final int BYTES = 16;

    private final Vault vault;

    public Previews(Vault vault) {
        this.vault = vault;
    }

    /** @param effect what it does to what, told apart from everything else that this order could do */
    public String word(String order, String effect) {
        byte[] mac = vault.secrets().mac(order + "-preview", effect.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac, BYTES));
    }

    /**
     * That whoever orders something read what it does.
     *
     * @param word of the preview that would be shown now
     * @throws RejectedException with {@code request.not-previewed} or {@code request.preview-outdated}
     */
    public static void require(Supplier<String> word, @Nullable String confirm) {
        require(word, confirm, NOT_SEEN, CHANGED);
    }

    public static void require(
            Supplier<String> word, @Nullable String confirm, InputRejection notSeen, InputRejection changed) {
        if (confirm == null || confirm.isBlank()) {
            throw new RejectedException(notSeen);
        }
        byte[] wanted = word.get().getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(wanted, confirm.getBytes(StandardCharsets.UTF_8))) {
            throw new RejectedException(changed);
        }
    }
}
