package org.quitclaim.command.erasure;

import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.photo.SealedWords;
import org.quitclaim.command.rights.SeenOn;
import org.quitclaim.domain.erasure.ErasureState.Open;
import org.quitclaim.domain.erasure.ErasureStep;

/**
 * What the files of photos said that show the person goes whole, since it may mean them without naming them as they are named
 * here. What names them elsewhere went when the erasure began, as long as their name was known.
 */
record DestroyFileWords(SeenOn seen, SealedWords words) implements FollowUp {
    @Override
    public ErasureStep step() {
        return ErasureStep.FILE_WORDS_DESTROYED;
    }

    @Override
    public Outcome take(Open open, Origin origin) {
        seen.photos(open.work().person()).keySet().forEach(words::forget);
        return Outcome.DONE;
    }
}
