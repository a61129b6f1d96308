package org.quitclaim.command.faceprint;

import java.time.Instant;
import java.util.List;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.governance.GovernanceCommand.SetReenrolmentPaused;
import org.quitclaim.domain.id.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How far enrolling people for another model pack has come, and of whom a portrait has to be asked for. */
@RestController
@RequestMapping("/api/governance/re-enrolment")
class ReenrolmentController {
    private static final int MOST_SHOWN = 200;

    private final WhenPackApprovedThenEnrolAnew anew;
    private final RecognitionModel model;
    private final WorkIndex index;
    private final UpToDate upToDate;
    private final Commands commands;
    private final Installation installation;

    ReenrolmentController(
            WhenPackApprovedThenEnrolAnew anew,
            RecognitionModel model,
            WorkIndex index,
            UpToDate upToDate,
            Commands commands,
            Installation installation) {
        this.anew = anew;
        this.model = model;
        this.index = index;
        this.upToDate = upToDate;
        this.commands = commands;
        this.installation = installation;
    }

    /**
     * @param pack what is installed
     * @param approved whether two officers approved it; before that nobody is enrolled anew
     * @param enrolled how many people have a faceprint of it
     * @param outdated how many have one of another pack; whoever is restricted or held stays among them
     * @param portraits of how many a portrait has to be asked for
     * @param toAsk of whom, the longest first; at most 200
     */
    record Standing(
            String pack,
            boolean approved,
            boolean paused,
            long enrolled,
            long outdated,
            long portraits,
            List<ToAsk> toAsk) {}

    /**
     * @param since when the faceprint of the earlier pack was destroyed
     * @param linkedOn on how many photos held here the person is linked; none of those faces will do
     */
    record ToAsk(PersonId personId, Instant since, int linkedOn) {}

    @GetMapping
    @AllowedFor({Role.EDITOR, Role.COMPLIANCE_OFFICER})
    Standing standing() {
        upToDate.await();
        return new Standing(
                model.name(),
                anew.approved(),
                anew.paused(),
                count("select count(distinct person) from faceprint where pack = ?", model.name()),
                count("select count(distinct person) from faceprint where pack <> ?", model.name()),
                count("select count(*) from portrait"),
                toAsk());
    }

    private List<ToAsk> toAsk() {
        return index.all(
                "select person, since, (select count(distinct photo) from sighting s where s.person = p.person)"
                        + " from portrait p order by since, person limit " + MOST_SHOWN,
                row -> new ToAsk(new PersonId(row.getString(1)), Instant.ofEpochMilli(row.getLong(2)), row.getInt(3)));
    }

    @PostMapping("/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    void pause(Actor actor) {
        commands.send(new SetReenrolmentPaused(installation.id(), true), Origins.of(actor));
    }

    @PostMapping("/resume")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    void resume(Actor actor) {
        commands.send(new SetReenrolmentPaused(installation.id(), false), Origins.of(actor));
        anew.wake();
    }

    private long count(String query, Object... values) {
        return index.all(query, row -> row.getLong(1), values).getFirst();
    }
}
