package org.quitclaim.domain.consent;

import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.PhotoId;

/**
 * What the gate and the status ask of a person: may this photo be used there, for that?
 *
 * @param sensitive whether the subject counts as sensitive at the time of the question
 */
public record Question(
        Channel channel,
        Territory territory,
        UseContext context,
        boolean sensitive,
        CollectionId collection,
        PhotoId photo) {}
