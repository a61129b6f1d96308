package org.quitclaim.command.photo;

import org.jspecify.annotations.Nullable;
import org.quitclaim.face.image.RightsLines;
import org.quitclaim.face.image.RightsLines.DataMining;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What released files say about themselves. Where credit or copyright is left out, the organisation's name stands there.
 *
 * @param creator who took the photos, where that is one and the same; a person's name leaves with every file then
 * @param usageTerms in words
 * @param statement address of a page with the terms
 * @param dataMining whether machines may learn from the pictures
 */
@ConfigurationProperties("quitclaim.releases")
record ReleaseSettings(
        @Nullable String creator,
        @Nullable String credit,
        @Nullable String copyright,
        @Nullable String usageTerms,
        @Nullable String statement,
        @DefaultValue("PROHIBITED_EXCEPT_SEARCH_ENGINES") DataMining dataMining) {
    private static final int MOST_LETTERS = 1_000;

    public ReleaseSettings {
        creator = line("quitclaim.releases.creator", creator);
        credit = line("quitclaim.releases.credit", credit);
        copyright = line("quitclaim.releases.copyright", copyright);
        usageTerms = line("quitclaim.releases.usage-terms", usageTerms);
        statement = line("quitclaim.releases.statement", statement);
    }

    static @Nullable String line(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > MOST_LETTERS || text.codePoints().anyMatch(ReleaseSettings::isNoLetter)) {
            throw new IllegalArgumentException(
                    name + " is one line of at most 1,000 letters without signs that control or turn the writing");
        }
        return text.strip();
    }

    private static boolean isNoLetter(int sign) {
        int type = Character.getType(sign);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED;
    }

    /** These, with what a shoot says for itself in their place. */
    ReleaseSettings with(ShootLines own) {
        return new ReleaseSettings(
                own.creator() == null ? creator : own.creator(),
                own.credit() == null ? credit : own.credit(),
                own.copyright() == null ? copyright : own.copyright(),
                own.usageTerms() == null ? usageTerms : own.usageTerms(),
                own.statement() == null ? statement : own.statement(),
                own.dataMining() == null ? dataMining : own.dataMining());
    }

    RightsLines lines(@Nullable String organisation, RightsLines.ModelRelease people) {
        return new RightsLines(
                creator,
                credit == null ? organisation : credit,
                copyright == null && organisation != null ? "© " + organisation : copyright,
                usageTerms,
                statement,
                dataMining,
                people);
    }
}
