package org.quitclaim.drawn;

import java.util.List;
import java.util.Optional;

/**
 * A photo of people who do not exist, with the truth about it.
 *
 * <p><b>Guarantees</b>: {@code faces} holds every face in the picture, in the order of the scene, boxes within 0..1.
 * The array is the photo's own: callers do not write to it.
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; pixels are compared before they become a JPEG
public record DrawnPhoto(byte[] jpeg, int width, int height, List<DrawnFace> faces) {

    public DrawnPhoto {
        faces = List.copyOf(faces);
    }

    /** Who is drawn where a detector found this box: the face whose box overlaps it most, by at least a third. */
    public Optional<DrawnFace> faceAt(FaceBox found) {
        return faces.stream()
                .filter(face -> face.box().iou(found) >= 1.0 / 3)
                .max((a, b) -> Double.compare(a.box().iou(found), b.box().iou(found)));
    }

    /** Where this character's face is drawn. */
    public Optional<DrawnFace> faceOf(DrawnCharacter character) {
        return faces.stream()
                .filter(face -> face.character().label().equals(character.label()))
                .findFirst();
    }
}
