package org.quitclaim.query.certificate;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quitclaim.certificate.Commitment;
import org.quitclaim.certificate.ErasureCertificate;
import org.quitclaim.certificate.ErasureCertificate.Controller;
import org.quitclaim.certificate.ErasureCertificate.DestroyedKey;
import org.quitclaim.certificate.ErasureCertificate.Order;
import org.quitclaim.certificate.ErasureCertificate.RemnantSearch;
import org.quitclaim.certificate.ErasureCertificate.Status;
import org.quitclaim.certificate.ErasureCertificate.Step;
import org.quitclaim.certificate.Milestone;
import org.quitclaim.certificate.OrganisationDetails;
import org.quitclaim.domain.erasure.PhotoLeaving;
import org.quitclaim.domain.vault.KeyGeneration;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.query.erasure.CaseFacts;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.ShredReceipt;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;

/**
 * Puts together what can be stated about a case: the steps from the history, the destruction from the vault's receipt.
 *
 * <p><b>Guarantees:</b> states nothing that neither of the two holds. The code of the letter follows from the case, the
 * person and the installation's secret, so it is stored nowhere; so do the ids of keys.
 */
final class Statements {
    private final Vault vault;
    private final CaseSteps steps = new CaseSteps();
    private final PhotosGone photos;
    private final Horizons images;
    private final SecondPersons secondPersons;
    private final Residuals residuals;
    private final Clock clock;

    Statements(
            Vault vault,
            PhotosGone photos,
            Horizons images,
            SecondPersons secondPersons,
            Residuals residuals,
            Clock clock) {
        this.vault = vault;
        this.photos = photos;
        this.images = images;
        this.secondPersons = secondPersons;
        this.residuals = residuals;
        this.clock = clock;
    }

    /** Whether somebody may answer for the person, and so read the letter. */
    boolean represented(CaseFacts facts) {
        return residuals.represented(facts.person());
    }

    ErasureCertificate of(CaseFacts facts, OrganisationDetails organisation) throws VaultException {
        KeyRef key = KeyRef.of(facts.person(), facts.scope(), new KeyGeneration(facts.keyGeneration()));
        Optional<ShredReceipt> receipt = vault.receipt(key);
        List<DestroyedKey> destroyed = new ArrayList<>(List.of(destroyed(key, receipt)));
        Optional<Destroyed> last = receipt.map(Destroyed::by);
        boolean damaged = isOfDamaged(receipt);
        boolean remembered = vault.destroyedSinceOpened(key);
        Set<PhotoLeaving> leaving = photos.with(facts.id());
        for (PhotoLeaving photo : leaving) {
            KeyRef its = KeyRef.of(photo.photo(), KeyScope.PHOTO, new KeyGeneration(photo.keyGeneration()));
            Optional<ShredReceipt> gone = vault.receipt(its);
            destroyed.add(destroyed(its, gone));
            damaged |= isOfDamaged(gone);
            remembered |= vault.destroyedSinceOpened(its);
            last = last.flatMap(before -> gone.map(Destroyed::by).map(before::and));
        }
        Milestone backups = keyBackups(last);
        Milestone images = images(receipt, backups);
        List<Step> others = steps.others(facts);
        RemnantSearch remnantSearch = steps.remnantSearch(facts);
        List<Milestone> awaited = new ArrayList<>(List.of(backups, images, remnantSearch.clean()));
        destroyed.forEach(each -> {
            awaited.add(each.keyDestroyed());
            awaited.add(each.ciphertextDeleted());
        });
        others.forEach(step -> awaited.add(step.milestone()));
        Instant now = clock.instant();
        return new ErasureCertificate(
                ErasureCertificate.FORMAT,
                facts.id().value(),
                vault.installation().value(),
                software(),
                now,
                facts.closedAt() != null && awaited.stream().allMatch(each -> each.reached(now))
                        ? Status.FINAL
                        : Status.PROVISIONAL,
                organisation.at(CertificateQueries.CHECK).orElse(null),
                controller(organisation),
                new Order(facts.cause().name(), facts.openedAt(), facts.dueOn(), facts.closedAt()),
                destroyed,
                backups,
                images,
                others,
                remnantSearch,
                checks(receipt, damaged),
                ErasureCertificate.METHOD,
                residuals.of(facts, leaving.size(), remembered || last.isEmpty(), backups.reached(now)),
                "SYSTEM",
                secondPersons.declared(),
                commitment(facts));
    }

    private static @Nullable Controller controller(OrganisationDetails organisation) {
        return organisation.name() == null ? null : new Controller(organisation.name(), organisation.contact());
    }

    /** 128 bits that only this installation can work out, and only from the case and its person together. */
    String code(CaseFacts facts) {
        return IdMint.fromMac(
                mac(
                        "certificate-code",
                        facts.id().value() + '\n' + facts.person().value()),
                "",
                code -> code);
    }

    private String commitment(CaseFacts facts) {
        try {
            return Commitment.of(facts.id().value(), code(facts));
        } catch (Commitment.MalformedCode e) {
            throw new IllegalStateException("an id has the form of a code", e);
        }
    }

    private DestroyedKey destroyed(KeyRef key, Optional<ShredReceipt> receipt) {
        Milestone notYet = new Milestone.NotYet("KEY_NOT_DESTROYED");
        String id = IdMint.fromMac(
                mac(
                        "certificate-key-id",
                        key.owner().value()
                                + '\n'
                                + key.scope()
                                + '\n'
                                + key.generation().number()),
                "key_",
                opaque -> opaque);
        return new DestroyedKey(
                id,
                key.scope().name(),
                key.generation().number(),
                receipt.<Milestone>map(said -> new Milestone.Done(said.keyDestroyedAt()))
                        .orElse(notYet),
                receipt.<Milestone>map(said -> new Milestone.Done(said.ciphertextsDeletedAt()))
                        .orElse(notYet),
                receipt.map(said -> said.records().size()).orElse(0));
    }

    /**
     * Copies are useless when all epochs are retired in which one of the keys was wrapped, and never before the last of them was
     * destroyed: the clock may have been set back in between. Not yet while one is still there.
     */
    private Milestone keyBackups(Optional<Destroyed> last) throws VaultException {
        Milestone notYet = new Milestone.NotYet("EPOCH_NOT_RETIRED");
        if (last.isEmpty()) {
            return notYet;
        }
        Destroyed all = last.get();
        return vault.epochs()
                .uselessSince(all.wrappedUpTo())
                .<Milestone>map(epoch -> epoch.destructionScheduled()
                        ? new Milestone.Scheduled(later(epoch.keyGoneBy(), all.at()))
                        : new Milestone.Done(later(epoch.at(), all.at())))
                .orElse(notYet);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Keys that are all destroyed: which epoch wrapped one of them last, and the last time at which one went. */
    private record Destroyed(Epoch wrappedUpTo, Instant at) {
        static Destroyed by(ShredReceipt receipt) {
            return new Destroyed(receipt.wrappedUpTo(), receipt.keyDestroyedAt());
        }

        Destroyed and(Destroyed other) {
            boolean before = other.wrappedUpTo.number() < wrappedUpTo.number();
            return new Destroyed(before ? wrappedUpTo : other.wrappedUpTo, later(at, other.at));
        }
    }

    /**
     * An image of the last day of the old protecting key still opens old copies, so its end counts; and an image made under
     * a longer horizon is kept that long, so the longest since the destruction counts.
     */
    private Milestone images(Optional<ShredReceipt> receipt, Milestone backups) {
        Optional<Period> declared =
                this.images.since(receipt.map(ShredReceipt::keyDestroyedAt).orElseGet(clock::instant));
        if (declared.isEmpty()) {
            return new Milestone.NotYet("HORIZON_NOT_DECLARED");
        }
        Period kept = declared.get();
        return switch (backups) {
            case Milestone.Done done -> expiring(done.at(), kept);
            case Milestone.Scheduled scheduled -> expiring(scheduled.until(), kept);
            case Milestone.Expiring expiring -> expiring;
            case Milestone.NotYet notYet -> notYet;
        };
    }

    private static Milestone expiring(Instant last, Period kept) {
        return new Milestone.Expiring(after(last, kept));
    }

    private static List<String> checks(Optional<ShredReceipt> receipt, boolean damaged) {
        List<String> checks = new ArrayList<>();
        if (receipt.isPresent()) {
            checks.add("OPENING_TRIED");
            checks.add("KEY_FILE_SEARCHED");
        }
        if (receipt.filter(ShredReceipt::strayCopyFound).isPresent()) {
            checks.add("STRAY_COPY_REMOVED");
        }
        if (damaged) {
            checks.add("KEY_WAS_DAMAGED");
        }
        return checks;
    }

    private static boolean isOfDamaged(Optional<ShredReceipt> receipt) {
        return receipt.filter(ShredReceipt::damaged).isPresent();
    }

    private static LocalDate after(Instant since, Period kept) {
        return since.atOffset(ZoneOffset.UTC).toLocalDate().plus(kept);
    }

    private byte[] mac(String purpose, String said) {
        return vault.secrets().mac(purpose, said.getBytes(StandardCharsets.US_ASCII));
    }

    private static String software() {
        String version = ErasureCertificate.class.getPackage().getImplementationVersion();
        return "Quitclaim " + (version == null ? "from its sources" : version);
    }
}
