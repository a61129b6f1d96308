package org.quitclaim.command.erasure;

import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.erasure.ErasureState.Open;
import org.quitclaim.domain.erasure.ErasureStep;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.PhotoCommand.RetractSuggestion;

/** Nobody is asked any more whether a face is this person's. */
record RetractSuggestions(Commands commands, WorkIndex index, UpToDate upToDate) implements FollowUp {
    private record Suggested(PhotoId photo, FaceId face) {}

    @Override
    public ErasureStep step() {
        return ErasureStep.SUGGESTIONS_RETRACTED;
    }

    @Override
    public Outcome take(Open open, Origin origin) {
        upToDate.await();
        index.all(
                        "select photo, face from suggestion where person = ? and generation <= ?",
                        row -> new Suggested(new PhotoId(row.getString(1)), new FaceId(row.getString(2))),
                        open.work().person().value(),
                        open.work().keyGeneration())
                .forEach(one -> commands.offer(
                        new RetractSuggestion(
                                one.photo(), one.face(), open.work().person()),
                        origin));
        return Outcome.DONE;
    }
}
