package org.quitclaim.access.sample;

import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Public;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.ConsentRejection;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.PhotoRejection;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.VaultException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Goes wrong in every way that has an answer of its own. */
@RestController
class ThrowingController {
    static final String CANARY = "Canary Kanarie";

    record Order(
            String name,
            List<Channel> channels,
            LocalDate on,
            Percentage share,
            @Nullable String remark) {}

    record Percentage(int value) {
        Percentage {
            if (value > 100) {
                throw new IllegalArgumentException("too much");
            }
        }
    }

    enum Way {
        REFUSED(() -> new RejectedException(ConsentRejection.ALREADY_WITHDRAWN)),
        REFUSED_INPUT(() -> new RejectedException(ConsentRejection.MISSING_CHOICE)),
        REFUSED_UNKNOWN(() -> new RejectedException(PhotoRejection.UNKNOWN_PHOTO)),
        REFUSED_LATER(() -> new CompletionException(new RejectedException(PhotoRejection.REMOVED))),
        REFUSED_ELSEWHERE(() -> new CommandExecutionException("elsewhere", null, PhotoRejection.FACE_OPEN)),
        CONCURRENT(() -> new ConcurrencyException(CANARY)),
        NO_AGGREGATE(() -> new AggregateNotFoundException(CANARY, CANARY)),
        STATUS(() -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, CANARY)),
        FULL(() -> new IllegalStateException(CANARY, new SQLException(CANARY, null, 13))),
        FULL_FILE(() -> new UncheckedIOException(new FileSystemException(CANARY, null, "No space left on device"))),
        NO_HANDLE(() -> new UncheckedIOException(new FileSystemException(CANARY, null, "Too many open files"))),
        NO_CONNECTION(() -> new IllegalStateException(new SQLTransientConnectionException(CANARY))),
        KEY_GONE(() -> new IllegalStateException(CANARY, new VaultException.KeyNotActive(KeyState.DESTROYED))),
        KEY_LOCKED(() -> new IllegalStateException(CANARY, new VaultException.KeyNotActive(KeyState.SUSPENDED))),
        RECORD_GONE(() -> new IllegalStateException(CANARY, new VaultException.RecordUnknown())),
        RECORD_DAMAGED(() -> new IllegalStateException(CANARY, new VaultException.IntegrityFailure())),
        VAULT_FAILED(() -> new IllegalStateException(CANARY, new VaultException.StorageFailure("reading"))),
        BUG(() -> new IllegalStateException(CANARY));

        private final Supplier<RuntimeException> thrown;

        Way(Supplier<RuntimeException> thrown) {
            this.thrown = thrown;
        }
    }

    @Public
    @GetMapping("/throw/{way}")
    String go(@PathVariable Way way) {
        throw way.thrown.get();
    }

    @Public
    @GetMapping("/throw/photos/{id}")
    String photo(@PathVariable PhotoId id, @RequestParam int page) {
        return id + " " + page;
    }

    @Public
    @PostMapping(path = "/throw/orders", consumes = "application/json", produces = "application/json")
    Order order(@RequestBody Order order) {
        return order;
    }

    @Public
    @PostMapping("/throw/upload")
    String upload(@RequestParam MultipartFile file) {
        return Long.toString(file.getSize());
    }
}
