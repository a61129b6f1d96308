package org.quitclaim.demo;

/** One part of the story. */
interface Chapter {
    String title();

    void play(Tale tale);
}
