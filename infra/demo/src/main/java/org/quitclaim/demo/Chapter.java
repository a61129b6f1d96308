package org.quitclaim.demo;

/** One part of the story. */
interface Chapter {
    String title();

    void play(StorySoFar story);
}
