package org.quitclaim.face.align;

import org.quitclaim.face.image.PixelRegion;
import org.quitclaim.face.image.UprightImage;

/**
 * A face as the embedder wants it.
 *
 * @param picture the photo, or what surrounds the face with its eyes level
 * @param region the square around eyes and mouth on it
 * @param tilt how far it was turned for that, in radians
 */
public record AlignedFace(UprightImage picture, PixelRegion region, double tilt) {}
