package org.quitclaim.face.evaluate;

import java.util.List;

/** A photo and all faces found on it. */
record JudgedPhoto(String file, List<JudgedFace> faces) {}
