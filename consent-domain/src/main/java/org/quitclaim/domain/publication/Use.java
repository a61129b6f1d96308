package org.quitclaim.domain.publication;

import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.Question;
import org.quitclaim.domain.consent.Subjects;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.RenditionId;

/** What is asked for: this rendition of this photo, there, for that. */
public record Use(PhotoId photo, RenditionId rendition, Channel channel, Territory territory, UseContext context) {
    /** What it asks of everybody who is visible on the photo, which is in {@code collection}. */
    public Question question(CollectionId collection, Subjects subjects) {
        return new Question(channel, territory, context, subjects.sensitive(context), collection, photo);
    }
}
