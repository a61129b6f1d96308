package org.quitclaim.domain.photo;

/** What a photo has to have been looked at with before anything new is cleared of it. */
@FunctionalInterface
public interface SearchStandard {
    /** The code of the reason why a photo that was looked at with less is not cleared now. */
    String OUTDATED = "photo.search-outdated";

    /** Where no detector is known, as where photos are only read. */
    SearchStandard ANY = looked -> true;

    boolean isMetBy(Looked looked);
}
