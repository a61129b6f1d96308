package org.quitclaim.face.evaluate;

/**
 * How far a face is from one of the enrolled test people.
 *
 * @param distance Euclidean, to the nearest portrait of that person
 */
record Likeness(String label, double distance) {}
