package org.quitclaim.vault.sqlite;

import java.sql.SQLException;

/** A row holds what nobody ever writes there: the file is damaged, whatever its pages look like. */
final class SpoiltRow extends SQLException {
    private static final long serialVersionUID = 1L;

    SpoiltRow() {
        super("a row holds what is never written there");
    }

    SpoiltRow(RuntimeException cause) {
        super("a row holds what is never written there", cause);
    }
}
