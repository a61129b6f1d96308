package org.quitclaim.command.work;

import java.sql.SQLException;
import org.quitclaim.domain.id.LinkId;
import org.quitclaim.domain.link.LinkEvent;

/** Until when which link signs, and whose each is. */
final class LinkRows {
    private final Rows rows;

    LinkRows(Rows rows) {
        this.rows = rows;
    }

    void on(LinkEvent event) throws SQLException {
        switch (event) {
            case LinkEvent.LinkIssued e -> issued(e);
            case LinkEvent.LinkMailed e -> {
                rows.done(TodoKind.LETTER, e.link().value());
                forgetLetter(e.link());
                waitsNoMore(e.link());
            }
            case LinkEvent.LinkNotMailed e -> {
                rows.done(TodoKind.LETTER, e.link().value());
                if (!e.why().printable()) {
                    forgetLetter(e.link());
                    waitsNoMore(e.link());
                }
            }
            case LinkEvent.LinkPrinted e -> waitsNoMore(e.link());
            case LinkEvent.LinkSigningEnded e -> {
                over(e.link());
                forgetLetter(e.link());
            }
            case LinkEvent.LinkRevoked e -> {
                over(e.link());
                forgetLetter(e.link());
                rows.run("update link set revoked = 1 where link = ?", e.link().value());
            }
            case LinkEvent.LinkUsed e -> {
                forgetLetter(e.link());
                waitsNoMore(e.link());
            }
            case LinkEvent.CodeAsked e -> codeAsked(e);
            case LinkEvent.CodeMailed e -> rows.done(TodoKind.CODE, e.signs());
            case LinkEvent.CodeNotMailed e -> rows.done(TodoKind.CODE, e.signs());
            case LinkEvent.CodeMissed e -> {}
            case LinkEvent.CodeEntered e -> codesOver(e.link());
        }
    }

    /** It is destroyed, now or by the removal of what no event names; until then nobody can print it any more. */
    private void forgetLetter(LinkId link) throws SQLException {
        rows.run("delete from named where record = (select record from letter where link = ?)", link.value());
        rows.run("delete from letter where link = ?", link.value());
    }

    private void issued(LinkEvent.LinkIssued e) throws SQLException {
        rows.run(
                "insert or ignore into signing values (?, ?, ?)",
                e.link().value(),
                e.quitclaim().value(),
                Rows.millis(e.signsUntil()));
        rows.run(
                "insert or ignore into link values (?, ?, ?, 0)",
                e.sha256(),
                e.link().value(),
                e.person().value());
        rows.run(
                "insert or ignore into letter values (?, ?)",
                e.link().value(),
                e.letter().value());
        rows.run(
                "insert or ignore into waiting values (?, ?, ?, ?)",
                e.link().value(),
                e.quitclaim().value(),
                e.person().value(),
                Rows.millis(e.at()));
        rows.todo(TodoKind.LETTER, e.link().value(), e.quitclaim().value(), e.at());
    }

    /** A newer code takes the place of those before it. */
    private void codeAsked(LinkEvent.CodeAsked e) throws SQLException {
        codesOver(e.link());
        rows.run(
                "insert or ignore into code values (?, ?, ?, ?, ?)",
                e.signs(),
                e.link().value(),
                e.letter().value(),
                e.statement().value(),
                Rows.millis(e.until()));
        rows.todo(TodoKind.CODE, e.signs(), e.quitclaim().value(), e.at(), true);
    }

    /** The clock destroys at its next tick what was sealed for them. */
    private void codesOver(LinkId link) throws SQLException {
        rows.run(
                "delete from todo where kind = ? and subject in (select signs from code where link = ?)",
                TodoKind.CODE.name(),
                link.value());
        rows.run("update code set ends_at = 0 where link = ?", link.value());
    }

    private void waitsNoMore(LinkId link) throws SQLException {
        rows.run("delete from waiting where link = ?", link.value());
    }

    private void over(LinkId link) throws SQLException {
        waitsNoMore(link);
        codesOver(link);
        rows.done(TodoKind.LETTER, link.value());
        rows.run("delete from signing where link = ?", link.value());
    }
}
