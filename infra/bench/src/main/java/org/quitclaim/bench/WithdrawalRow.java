package org.quitclaim.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.quitclaim.command.consent.Revocations;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.domain.consent.ConsentCommand.WithdrawConsent;
import org.quitclaim.domain.consent.WithdrawnBy;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.face.gallery.FaceprintGallery;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;

/**
 * From the withdrawal's acceptance to the moment at which nothing opens or matches the faceprint; baseline: the same for
 * people who were never published.
 */
final class WithdrawalRow implements Row {
    private static final int PEOPLE = 60;
    private static final int PAST_USES = 300;
    private static final int SEEN_TOGETHER = 10;
    private static final List<Integer> SEEN = List.of(10, 1_000, 50_000);

    @Override
    public String name() {
        return "withdrawal";
    }

    @Override
    public void measure(Setting setting, Report report) throws Exception {
        try (Installation installation = Installation.open(setting.state().folder(report))) {
            report.line(
                    "state",
                    "%s, %,d events; %d with a faceprint",
                    setting.state().size(),
                    installation.events(),
                    2 * PEOPLE);
            EnrolledPeople few = EnrolledPeople.enrol(installation, PEOPLE, 0);
            EnrolledPeople many = EnrolledPeople.enrol(installation, PEOPLE, PAST_USES);
            installation.awaitReadModels();
            Durations without = withdraw(installation, few, report, "no past uses (baseline)");
            Durations with = withdraw(installation, many, report, PAST_USES + " past uses");
            report.line(
                    "  ratio of p50, past uses or none (1 is wanted)",
                    "%.1f",
                    with.percentile(50) / without.percentile(50));
            seen(installation, setting, report);
        }
    }

    /** Ten people who are on the same photos; the screens are still being brought up to date when the next one withdraws. */
    private static void seen(Installation installation, Setting setting, Report report) throws Exception {
        List<Double> medians = new ArrayList<>();
        for (int photos : SEEN) {
            if (photos > setting.seen()) {
                continue;
            }
            EnrolledPeople people = EnrolledPeople.enrol(installation, SEEN_TOGETHER, 0);
            people.areSeenOn(photos, installation);
            installation.awaitWorkIndex();
            installation.awaitReadModels();
            medians.add(withdraw(installation, people, report, "seen on %,d photos".formatted(photos))
                    .percentile(50));
        }
        report.line(
                "  ratio of p50, most photos or fewest (1 is wanted)", "%.1f", medians.getLast() / medians.getFirst());
    }

    private static Durations withdraw(Installation installation, EnrolledPeople people, Report report, String whose)
            throws VaultException {
        List<Long> accepting = new ArrayList<>();
        List<Long> destroying = new ArrayList<>();
        Revocations revocations = installation.bean(Revocations.class);
        for (EnrolledPeople.Enrolled person : people.all()) {
            long start = System.nanoTime();
            revocations.carryOut(
                    new WithdrawConsent(person.id(), true, Set.of(), WithdrawnBy.PERSON), Origin.system("bench"));
            long accepted = System.nanoTime();
            if (people.isMatched(person, installation.bean(FaceprintGallery.class))) {
                throw new IllegalStateException("still matched after the withdrawal was accepted");
            }
            awaitDestroyed(installation.bean(Vault.class), person);
            accepting.add(accepted - start);
            destroying.add(System.nanoTime() - accepted);
        }
        report.line("asked → accepted and not matched, " + whose, "%s", Durations.of(accepting));
        Durations destroyed = Durations.of(destroying);
        report.line("accepted → key destroyed (budget p99 1 s)", "%s", destroyed);
        return destroyed;
    }

    private static void awaitDestroyed(Vault vault, EnrolledPeople.Enrolled person) throws VaultException {
        KeyRef key = KeyRef.first(person.id(), KeyScope.RECOGNITION);
        while (vault.state(key).orElse(KeyState.DESTROYED) != KeyState.DESTROYED) {
            LockSupport.parkNanos(200_000);
        }
        if (EnrolledPeople.canBeOpened(vault, person)) {
            throw new IllegalStateException("a faceprint opened although its key is destroyed");
        }
    }
}
