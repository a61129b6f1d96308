package org.quitclaim.command.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WorkTablesTest {
    @Test
    void a_changed_table_or_meaning_is_another_version() {
        int version = WorkTables.version(List.of("a(id text)", "b(id text)"), 1);
        assertThat(version).isPositive().isEqualTo(WorkTables.version(List.of("a(id text)", "b(id text)"), 1));
        assertThat(WorkTables.version(List.of("a(id text)", "b(id text, at integer)"), 1))
                .isNotEqualTo(version);
        assertThat(WorkTables.version(List.of("a(id text)"), 1)).isNotEqualTo(version);
        assertThat(WorkTables.version(List.of("a(id text)", "b(id text)"), 2)).isNotEqualTo(version);
    }
}
