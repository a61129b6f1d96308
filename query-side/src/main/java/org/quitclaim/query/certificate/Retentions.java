package org.quitclaim.query.certificate;

import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * For how long the installation declares to keep what an erasure leaves.
 *
 * @param images of the whole machine, with its keys; null if nothing is declared
 * @param evidence after a consent ended
 * @param history without names, after an erasure
 */
record Retentions(@Nullable Period images, Period evidence, Period history) {}
