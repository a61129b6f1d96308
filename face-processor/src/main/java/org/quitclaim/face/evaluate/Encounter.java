package org.quitclaim.face.evaluate;

import java.util.List;

/**
 * A photo of the test set as it meets people.
 *
 * @param group empty where {@code groups.json} says nothing of it
 * @param mates the people who are on it, as numbers of them
 * @param self the number under which a stranger on it takes part as somebody to be found; -1 for nobody
 * @param distances per face, to each of the people
 */
record Encounter(String group, List<Integer> mates, int self, List<float[]> distances) {}
