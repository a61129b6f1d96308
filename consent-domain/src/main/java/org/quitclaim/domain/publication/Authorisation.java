package org.quitclaim.domain.publication;

import java.time.Instant;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.id.NoticeId;
import org.quitclaim.domain.id.PersonId;

/** One person's yes, as it was recorded in that person's stream. */
public record Authorisation(PersonId person, GrantId grant, NoticeId notice, String noticeSha256, Instant until) {}
