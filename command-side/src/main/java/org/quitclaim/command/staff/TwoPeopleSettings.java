package org.quitclaim.command.staff;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a small organisation may say.
 *
 * @param twoPeople whether what takes two people does; recorded at the start when it changed
 */
@ConfigurationProperties("quitclaim")
record TwoPeopleSettings(@DefaultValue("true") boolean twoPeople) {}
