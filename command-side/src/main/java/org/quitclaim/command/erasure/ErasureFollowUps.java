package org.quitclaim.command.erasure;

import java.util.List;
import org.quitclaim.command.copies.CopyPairs;
import org.quitclaim.command.copies.CopyWatch;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.faceprint.GalleryKeeper;
import org.quitclaim.command.photo.Originals;
import org.quitclaim.command.photo.SealedWords;
import org.quitclaim.command.rights.SeenOn;
import org.quitclaim.command.work.Duty;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;

/** Puts together who takes which step. */
record ErasureFollowUps(ErasureCases cases, Commands commands, Streams streams, WorkIndex index, UpToDate upToDate) {

    public Duty duty(
            GalleryKeeper gallery,
            CopyWatch copies,
            CopyPairs pairs,
            Originals originals,
            SealedWords words,
            RemnantSearch search) {
        SeenOn seen = new SeenOn(index, upToDate);
        LeavingPhotos leaving = new LeavingPhotos(commands, streams);
        return new WhenKeyDestroyedThenFollowUp(
                cases,
                commands,
                List.of(
                        new ClearGallery(gallery),
                        new RetractSuggestions(commands, index, upToDate),
                        new SettleCopies(copies, pairs),
                        new CoverOnPhotos(seen, streams, originals, leaving, cases),
                        new RemovePhotos(seen, commands, streams, leaving, cases),
                        new DestroyFileWords(seen, words),
                        new DetachSightings(seen, commands),
                        new TellRecipients(streams, index, upToDate),
                        new ClearProjections(search),
                        new SearchStores(search)));
    }
}
