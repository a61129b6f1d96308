package org.quitclaim.query.certificate;

import java.time.Period;

/**
 * For how long the installation declares to keep what an erasure leaves.
 *
 * @param images of the whole machine, with its keys
 * @param evidence after a consent ended
 * @param history without names, after an erasure
 */
record Retentions(Horizons images, Period evidence, Period history) {}
