package org.quitclaim.standalone;

/** A part of the story, told to a server of its own. */
interface Chapter {
    /** What has happened before it begins. */
    void prepare();

    /** Told while every moment is kept. */
    void tell();

    /** Makes a chapter over a server. */
    interface Book {
        Chapter open(Server server, Ledger ledger);
    }
}
