package org.quitclaim.command.photo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.NeedsRoom;
import org.quitclaim.access.Reach;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.collection.Shoots;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.InputRejection;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.domain.collection.CollectionCommand.SetReleaseLines;
import org.quitclaim.domain.collection.CollectionState;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.face.image.RightsLines;
import org.quitclaim.face.image.RightsLines.DataMining;
import org.quitclaim.vault.SealedRecords;
import org.quitclaim.vault.VaultException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Who made the photos of a shoot and whose they are, as files that are released from it say. */
@RestController
@RequestMapping("/api/collections/{id}/release-lines")
class ShootLinesController {
    private final ReleaseLines lines;
    private final SealedCommands sealedCommands;
    private final SealedRecords vault;
    private final Streams streams;
    private final Shoots shoots;
    private final JsonMapper json;

    ShootLinesController(
            ReleaseLines lines,
            SealedCommands sealedCommands,
            SealedRecords vault,
            Streams streams,
            Shoots shoots,
            JsonMapper json) {
        this.lines = lines;
        this.sealedCommands = sealedCommands;
        this.vault = vault;
        this.streams = streams;
        this.shoots = shoots;
        this.json = json;
    }

    /** What is left out is said as for every shoot. */
    record Lines(
            @Nullable String creator,
            @Nullable String credit,
            @Nullable String copyright,
            @Nullable String usageTerms,
            @Nullable String statement,
            @Nullable DataMining dataMining) {
        @Override
        public String toString() {
            return "Lines[hidden]";
        }
    }

    /**
     * @param own what is said for this shoot
     * @param usual what stands where it says nothing
     */
    record Said(Lines own, Lines usual) {}

    @GetMapping
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER})
    Said said(@PathVariable String id, Reach reach) {
        CollectionId shoot = new CollectionId(id);
        shoots.requireKnown(reach, shoot);
        ShootLines own = lines.of(shoot);
        RightsLines usual = lines.usual();
        return new Said(
                new Lines(
                        own.creator(),
                        own.credit(),
                        own.copyright(),
                        own.usageTerms(),
                        own.statement(),
                        own.dataMining()),
                new Lines(
                        usual.creator(),
                        usual.credit(),
                        usual.copyright(),
                        usual.usageTerms(),
                        usual.statement(),
                        usual.dataMining()));
    }

    /** All of them at once; a clearance of before opens no file any more where they change. */
    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @NeedsRoom
    @AllowedFor({Role.PHOTOGRAPHER, Role.COMPLIANCE_OFFICER})
    void say(@PathVariable String id, @RequestBody Lines body, Actor actor, Reach reach) {
        CollectionId shoot = new CollectionId(id);
        shoots.requireKnown(reach, shoot);
        ShootLines own = Input.parse(() -> new ShootLines(
                body.creator(),
                body.credit(),
                body.copyright(),
                body.usageTerms(),
                body.statement(),
                body.dataMining()));
        if (own.opensMoreThan(lines.usual().dataMining()) && !actor.is(Role.COMPLIANCE_OFFICER)) {
            throw new RejectedException(new InputRejection(
                    "collection.data-mining-is-the-officers",
                    "The compliance officer says whether machines may learn more from these photos than from others;"
                            + " choose PROHIBITED or leave it out.",
                    HttpStatus.FORBIDDEN));
        }
        if (own.equals(lines.of(shoot))) {
            return;
        }
        List<RecordId> before =
                streams.collection(shoot) instanceof CollectionState.Open open ? open.lines() : List.of();
        sealedCommands.send(
                Origins.of(actor),
                draft -> new SetReleaseLines(
                        shoot,
                        draft.text(
                                shoot, KeyScope.EDITORIAL, RecordKinds.RELEASE_LINES, json.writeValueAsString(own))));
        before.forEach(this::delete);
    }

    private void delete(RecordId record) {
        try {
            vault.delete(record);
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }
}
