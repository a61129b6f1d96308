package org.quitclaim.modelpack;

/**
 * One value that flows through the graph being written.
 *
 * <p><b>Shape</b>: {@code channels} × {@code size} × {@code size} per image; size 0 once the value is no longer spatial, or where it is
 * not known.
 */
record Node(String name, int channels, int size) {}
