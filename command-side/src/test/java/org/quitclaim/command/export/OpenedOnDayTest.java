package org.quitclaim.command.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quitclaim.command.export.DataExport.Opened;
import org.quitclaim.domain.Requirement;

/** A grid of previews opens hundreds of small pictures a day: the page says so in one row. */
class OpenedOnDayTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-11-29");

    @Test
    @Requirement("R50")
    void one_row_for_each_day_reader_and_kind_with_how_often() {
        List<OpenedOnDay> rows = OpenedOnDay.of(List.of(
                preview("2026-11-29T08:00:00Z", "EDITOR"),
                preview("2026-11-29T23:59:59Z", "EDITOR"),
                preview("2026-11-29T09:00:00Z", "COMPLIANCE_OFFICER"),
                new Opened(Instant.parse("2026-11-29T10:00:00Z"), "identity", "STAFF", "EDITOR", "DISPLAY"),
                preview("2026-11-30T00:00:00Z", "EDITOR")));

        assertThat(rows)
                .containsExactly(
                        new OpenedOnDay(FIRST, "preview", "STAFF", "EDITOR", "DISPLAY", 2),
                        new OpenedOnDay(FIRST, "preview", "STAFF", "COMPLIANCE_OFFICER", "DISPLAY", 1),
                        new OpenedOnDay(FIRST, "identity", "STAFF", "EDITOR", "DISPLAY", 1),
                        new OpenedOnDay(FIRST.plusDays(1), "preview", "STAFF", "EDITOR", "DISPLAY", 1));
    }

    private static Opened preview(String at, String role) {
        return new Opened(Instant.parse(at), "preview", "STAFF", role, "DISPLAY");
    }
}
