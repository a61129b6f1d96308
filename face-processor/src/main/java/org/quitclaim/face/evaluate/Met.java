package org.quitclaim.face.evaluate;

/**
 * What came of it when a photo met a gallery.
 *
 * @param isEnrolled whether it is about somebody of the gallery, or about a photo of strangers
 * @param score the lowest; infinite where nobody is named, or not this person
 */
record Met(int photo, boolean isEnrolled, double score) {}
