package org.quitclaim.command.export;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quitclaim.command.export.DataExport.Opened;

/**
 * How often something of hers was opened on one day, by whom and why: a person reads a page of days and not of pictures. The
 * part for machines says each opening with its time.
 *
 * @param day in UTC, as all times of the page are
 */
record OpenedOnDay(LocalDate day, String what, String by, String role, String purpose, int times) {
    /** In the order in which each came first. */
    static List<OpenedOnDay> of(List<Opened> all) {
        Map<OpenedOnDay, Integer> counted = new LinkedHashMap<>();
        all.forEach(one -> counted.merge(alike(one), 1, Integer::sum));
        return counted.entrySet().stream()
                .map(one -> one.getKey().seen(one.getValue()))
                .toList();
    }

    private static OpenedOnDay alike(Opened one) {
        return new OpenedOnDay(
                LocalDate.ofInstant(one.at(), ZoneOffset.UTC), one.what(), one.by(), one.role(), one.purpose(), 0);
    }

    private OpenedOnDay seen(int often) {
        return new OpenedOnDay(day, what, by, role, purpose, often);
    }
}
