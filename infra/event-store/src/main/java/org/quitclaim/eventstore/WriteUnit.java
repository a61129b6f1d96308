package org.quitclaim.eventstore;

import java.sql.SQLException;

/** One unit of work for the writer: the events of one command, or one snapshot. */
interface WriteUnit {
    void writeTo(WriterSession session) throws SQLException;
}
