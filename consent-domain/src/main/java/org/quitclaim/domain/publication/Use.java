package org.quitclaim.domain.publication;

import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.photo.PhotoId;
import org.quitclaim.domain.photo.RenditionId;

/** What is asked for: this rendition of this photo, there, for that. */
public record Use(PhotoId photo, RenditionId rendition, Channel channel, Territory territory, UseContext context) {}
