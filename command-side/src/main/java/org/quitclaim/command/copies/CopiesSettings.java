package org.quitclaim.command.copies;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether copies follow.
 *
 * @param follow whether copies are looked for at uploads, withdrawals and erasures, and what was said on a photo is carried to
 *     them. Without it erasure certificates do not say that copies were looked for; "May I?" answers all the same
 */
@ConfigurationProperties("quitclaim.copies")
public record CopiesSettings(@DefaultValue("true") boolean follow) {}
