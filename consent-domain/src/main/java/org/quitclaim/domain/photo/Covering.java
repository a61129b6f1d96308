package org.quitclaim.domain.photo;

import java.util.List;
import org.quitclaim.domain.Ordered;
import org.quitclaim.domain.id.FaceId;

/**
 * How the covers of a version were drawn, and what a detector said that looked at them on the finished picture.
 *
 * @param detector model pack and passes with their versions, as in {@link Looked}
 * @param smallestFacePixels the shorter side of the smallest face that was looked for there, in pixels of the picture
 * @param stillVisible the covered faces that it found all the same
 */
public record Covering(CoverStyle style, String detector, int smallestFacePixels, List<FaceId> stillVisible) {
    public Covering {
        stillVisible = Ordered.ids(stillVisible);
    }
}
