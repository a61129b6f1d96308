package org.quitclaim.certificate.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What is asked or allowed, in codes. Recognition has no channels, territories and subjects.
 *
 * @param named subjects that were named themselves
 * @param anyOf the everyday subjects that "any subject" stands for
 * @param photos ALL, or COLLECTIONS or PHOTOS with the ids they are named by
 * @param until the last day, which is included
 * @param own by code and language what subjects are called that the installation added
 */
public record Covered(
        List<String> channels,
        List<String> territories,
        List<String> named,
        List<String> anyOf,
        String photos,
        List<String> ids,
        LocalDate from,
        LocalDate until,
        Map<String, Map<String, String>> own) {
    public Covered {
        channels = List.copyOf(channels);
        territories = List.copyOf(territories);
        named = List.copyOf(named);
        anyOf = List.copyOf(anyOf);
        ids = List.copyOf(ids);
        own = Map.copyOf(own);
    }
}
