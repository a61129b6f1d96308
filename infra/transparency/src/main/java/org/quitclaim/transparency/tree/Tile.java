package org.quitclaim.transparency.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which tile of hashes, or bundle of entries, it is.
 *
 * <p><b>Shape:</b> as a path {@code tile/LEVEL/INDEX}, for entries {@code tile/entries/INDEX}, with {@code .p/WIDTH}
 * behind it while it is not full. The index is written in groups of three digits, all but the last with an x before it.
 *
 * <p><b>Source:</b> C2SP tlog-tiles.
 *
 * @param level of hashes from 0, or {@link #ENTRIES}
 * @param width how many hashes or entries it holds, 1 to {@value #WIDTH}
 */
public record Tile(int level, long index, int width) {
    /** Levels of nodes in a tile. */
    public static final int HEIGHT = 8;

    public static final int WIDTH = 1 << HEIGHT;
    public static final int ENTRIES = -1;
    private static final int MAX_LEVEL = 7;
    private static final int GROUP = 1000;
    private static final Pattern PATH = Pattern.compile(
            "tile/(entries|[0-7])/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5]))?");

    public Tile {
        if (level < ENTRIES || level > MAX_LEVEL || index < 0 || width < 1 || width > WIDTH) {
            throw new IllegalArgumentException("no such tile");
        }
    }

    public static Tile full(int level, long index) {
        return new Tile(level, index, WIDTH);
    }

    public boolean isFull() {
        return width == WIDTH;
    }

    public String path() {
        StringBuilder number = new StringBuilder(String.format("%03d", index % GROUP));
        for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
            number.insert(0, String.format("x%03d/", rest % GROUP));
        }
        return "tile/" + (level == ENTRIES ? "entries" : String.valueOf(level)) + '/' + number
                + (isFull() ? "" : ".p/" + width);
    }

    /** Nothing where no tile has this path; each tile has one. */
    public static Optional<Tile> at(String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int level = parts.group(1).equals("entries") ? ENTRIES : Integer.parseInt(parts.group(1));
        long index = Long.parseLong(parts.group(2).replaceAll("[x/]", ""));
        int width = parts.group(3) == null ? WIDTH : Integer.parseInt(parts.group(3));
        Tile tile = new Tile(level, index, width);
        return tile.path().equals(path) ? Optional.of(tile) : Optional.empty();
    }

    /** Whether all that it holds is part of a tree of this size. */
    public boolean isIn(long treeSize) {
        long hashes = treeSize >>> (level == ENTRIES ? 0 : level * HEIGHT);
        return index < Long.MAX_VALUE / WIDTH - 1 && index * WIDTH + width <= hashes;
    }

    public static byte[] bytes(List<byte[]> hashes) {
        byte[] all = new byte[hashes.size() * TreeHash.BYTES];
        for (int i = 0; i < hashes.size(); i++) {
            System.arraycopy(hashes.get(i), 0, all, i * TreeHash.BYTES, TreeHash.BYTES);
        }
        return all;
    }

    public static List<byte[]> hashes(byte[] bytes) {
        List<byte[]> hashes = new ArrayList<>(bytes.length / TreeHash.BYTES);
        for (int at = 0; at + TreeHash.BYTES <= bytes.length; at += TreeHash.BYTES) {
            hashes.add(Arrays.copyOfRange(bytes, at, at + TreeHash.BYTES));
        }
        return hashes;
    }
}
