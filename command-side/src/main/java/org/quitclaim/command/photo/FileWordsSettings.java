package org.quitclaim.command.photo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is kept, sealed, of what a file says beside its picture.
 *
 * @param people where people are and their names, to be offered to whoever marks and names them
 * @param location where it was taken, for editors
 */
@ConfigurationProperties("quitclaim.files")
record FileWordsSettings(
        @DefaultValue("true") boolean people,
        @DefaultValue("false") boolean location) {}
