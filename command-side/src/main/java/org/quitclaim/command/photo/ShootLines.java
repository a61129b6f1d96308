package org.quitclaim.command.photo;

import org.jspecify.annotations.Nullable;
import org.quitclaim.face.image.RightsLines.DataMining;

/**
 * What files that are released from one shoot say of their maker, as it is sealed; what is left out is said as for every shoot.
 *
 * <p><b>Errors:</b> {@link IllegalArgumentException} for what is no line.
 */
record ShootLines(
        @Nullable String creator,
        @Nullable String credit,
        @Nullable String copyright,
        @Nullable String usageTerms,
        @Nullable String statement,
        @Nullable DataMining dataMining) {
    public static final ShootLines NONE = new ShootLines(null, null, null, null, null, null);

    public ShootLines {
        creator = ReleaseSettings.line("creator", creator);
        credit = ReleaseSettings.line("credit", credit);
        copyright = ReleaseSettings.line("copyright", copyright);
        usageTerms = ReleaseSettings.line("usageTerms", usageTerms);
        statement = ReleaseSettings.line("statement", statement);
    }

    /** Whether machines could learn more from its files than from others, which those who are seen were not asked about. */
    boolean opensMoreThan(DataMining usual) {
        return dataMining != null
                && dataMining != usual
                && dataMining != DataMining.PROHIBITED
                && dataMining != DataMining.PROHIBITED_EXCEPT_SEARCH_ENGINES;
    }

    @Override
    public String toString() {
        return "ShootLines[hidden]";
    }
}
