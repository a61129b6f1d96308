package org.quitclaim.access.problem;

import java.util.Optional;
import java.util.stream.Stream;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.VaultException;
import org.springframework.http.HttpStatus;

/** Why what is sealed could not be opened, or nothing sealed: never what was sent. */
enum SealedRejection implements EdgeRejection {
    GONE(
            HttpStatus.GONE,
            "vault.gone",
            "What was sealed here cannot be opened by anybody any more: its key or the record itself was destroyed."),
    SUSPENDED(
            HttpStatus.CONFLICT,
            "vault.suspended",
            "What is sealed here opens to nobody while the processing of this person's data is restricted."),
    DAMAGED(
            HttpStatus.SERVICE_UNAVAILABLE,
            "vault.damaged",
            "What is sealed here is damaged: the stored bytes are not those that were sealed. Whoever runs the system"
                    + " can bring them back from a backup. Give them the incident number."),
    UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "vault.unavailable",
            "The vault cannot open or seal anything at the moment; nothing is known to be wrong with the request. Give"
                    + " the incident number to whoever runs the system.");

    private final HttpStatus status;
    private final String code;
    private final String advice;

    SealedRejection(HttpStatus status, String code, String advice) {
        this.status = status;
        this.code = code;
        this.advice = advice;
    }

    /** What the vault did not do, where one of these causes is that; a shortage is asked for before. */
    static Optional<SealedRejection> in(Stream<Throwable> causes) {
        return causes.flatMap(cause -> cause instanceof VaultException e ? of(e).stream() : Stream.empty())
                .findFirst();
    }

    private static Optional<SealedRejection> of(VaultException thrown) {
        return switch (thrown) {
            case VaultException.KeyNotActive e when e.state() == KeyState.SUSPENDED -> Optional.of(SUSPENDED);
            case VaultException.KeyNotActive e -> Optional.of(GONE);
            case VaultException.KeyUnknown e -> Optional.of(GONE);
            case VaultException.RecordUnknown e -> Optional.of(GONE);
            case VaultException.IntegrityFailure e -> Optional.of(DAMAGED);
            case VaultException.RecordsDamaged e -> Optional.of(DAMAGED);
            case VaultException.KeysDamaged e -> Optional.of(DAMAGED);
            case VaultException.StorageFailure e -> Optional.of(UNAVAILABLE);
            case VaultException.KeyServiceFailed e -> Optional.of(UNAVAILABLE);
            // a fault of the program, or of a duty that nobody asks for over HTTP
            default -> Optional.empty();
        };
    }

    @Override
    public boolean isIncident() {
        return status == HttpStatus.SERVICE_UNAVAILABLE;
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String advice() {
        return advice;
    }
}
