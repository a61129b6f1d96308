package org.quitclaim.domain.publication;

import java.time.Instant;
import org.quitclaim.domain.consent.GrantId;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.domain.notice.NoticeId;

/** One person's yes, as it was recorded in that person's stream. */
public record Authorisation(PersonId person, GrantId grant, NoticeId notice, String noticeSha256, Instant until) {}
