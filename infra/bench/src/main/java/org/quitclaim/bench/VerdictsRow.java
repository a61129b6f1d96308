package org.quitclaim.bench;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.quitclaim.access.Actor;
import org.quitclaim.access.Role;
import org.quitclaim.access.account.Accounts;
import org.quitclaim.access.account.KnownAccount;
import org.quitclaim.command.staff.TokenDesk;
import org.quitclaim.demo.DemoLoad;
import org.quitclaim.demo.verb.StageLogins;
import org.quitclaim.domain.access.Scope;
import org.quitclaim.domain.vault.TokenId;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.VaultException;

/** Verdicts per second over HTTP on photos with five people; baseline: the same from one client. */
final class VerdictsRow implements Row {
    private static final int CLIENTS = 8;
    private static final DemoLoad.Amount ASKED_ABOUT = new DemoLoad.Amount(40, 48, 5);

    /** The compiler is busy with a server for the better part of a minute. */
    private static final int WARM_TIMES = 4;

    @Override
    public String name() {
        return "verdicts";
    }

    @Override
    public void measure(Setting setting, Report report) throws Exception {
        Path data = setting.state().folder(report);
        String token;
        List<DemoLoad.Target> targets;
        try (Installation installation = Installation.open(data);
                PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8)) {
            token = token(installation);
            targets = new DemoLoad(installation.address(), StageLogins.ofStory(), nowhere)
                    .fill(ASKED_ABOUT)
                    .photos();
            report.line(
                    "state",
                    "%s, %,d events; asked about %d photos with %d people",
                    setting.state().size(),
                    installation.events(),
                    ASKED_ABOUT.photos(),
                    ASKED_ABOUT.facesPerPhoto());
        }
        try (ServerProcess server = ServerProcess.start(data)) {
            VerdictClients clients = new VerdictClients(server.address(), token, targets);
            clients.ask(CLIENTS, WARM_TIMES * setting.seconds()); // compiled code, digests of the renditions
            VerdictClients.Asked one = clients.ask(1, setting.seconds());
            Duration before = server.processorTime();
            VerdictClients.Asked many = clients.ask(CLIENTS, setting.seconds());
            print(report, one, many);
            report.line(
                    "  the server's processor time per verdict",
                    "%.2f ms",
                    server.processorTime().minus(before).toNanos() / 1e6 / many.count());
        }
    }

    private static String token(Installation installation) throws VaultException {
        Actor admin = installation.bean(Accounts.class).all().stream()
                .map(KnownAccount::actor)
                .filter(actor -> actor.is(Role.ADMIN))
                .findFirst()
                .orElseThrow();
        return installation
                .bean(TokenDesk.class)
                .ask(
                        IdMint.mint(TokenId.PREFIX, TokenId::new),
                        "bench",
                        Set.of(),
                        Set.of(Scope.PUBLISH),
                        Instant.now().plus(Duration.ofDays(30)),
                        admin)
                .orElseThrow()
                .secret();
    }

    private static void print(Report report, VerdictClients.Asked one, VerdictClients.Asked many) {
        report.line(CLIENTS + " clients (budget 800/s)", "%,.0f/s", many.perSecond());
        report.line("  latency (budget p50 10 ms, p99 30 ms)", "%s", many.latency());
        report.line("  1 client (baseline)", "%,.0f/s, %s", one.perSecond(), one.latency());
        report.line("  ratio", "%.1f", many.perSecond() / one.perSecond());
        report.line("  events per verdict (8: all five were asked)", "%.1f", many.eventsPerVerdict());
        report.line("  not cleared, of all", "%d", many.notCleared());
    }
}
