package org.quitclaim.face.pack;

/**
 * The landmark net of a pack and where the embedder wants the face to lie.
 *
 * @param eyeToMouthRatio distance from the eyes to the mouth over the side of the aligned box
 * @param centreX where the centre of eyes and mouth lies in the box, 0..1 from the left
 * @param centreY likewise from the top
 */
public record AlignerModel(ModelFile file, double eyeToMouthRatio, double centreX, double centreY) {}
