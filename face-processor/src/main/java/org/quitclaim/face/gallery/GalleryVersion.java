package org.quitclaim.face.gallery;

/** Counts the changes of the gallery in this process, from 0. */
public record GalleryVersion(long number) {}
