package org.quitclaim.drawn;

import java.awt.Color;
import java.util.List;

/** The colours people and things are drawn in. */
final class Palette {
    static final Color IVORY = new Color(0xf6f1e8);
    static final Color GOLD = new Color(0xc9a24c);
    static final Color INK = new Color(0x1c1512);
    static final Color STONE = new Color(0x9a9892);

    static final Skin PORCELAIN = Skin.of(0xb98670, 0xeec8b0, 0xfce8da, 0x8f5645, 0xdd7a6c);
    static final Skin FAIR = Skin.of(0xa8714f, 0xe3b391, 0xf8d9be, 0x824b34, 0xd56a58);
    static final Skin OLIVE = Skin.of(0x8a5a3a, 0xcf9c70, 0xecc59c, 0x683f27, 0xc46247);
    static final Skin TAN = Skin.of(0x6e4329, 0xb67e54, 0xd9a67a, 0x4d2c1a, 0xaf5238);
    static final Skin BROWN = Skin.of(0x4a2a1a, 0x8d5b3d, 0xb98460, 0x331a0f, 0x8f4030);
    static final Skin DEEP = Skin.of(0x2a1710, 0x633f2c, 0x916449, 0x1c0d08, 0x6b3026);
    static final Skin MARBLE = Skin.of(0x5f5e5a, 0xa5a39d, 0xd2d0ca, 0x47463f, 0xa09e98);
    static final List<Skin> SKINS = List.of(PORCELAIN, FAIR, OLIVE, TAN, BROWN, DEEP);

    static final Color BLACK_HAIR = new Color(0x1b1614);
    static final Color DARK_BROWN = new Color(0x3a2519);
    static final Color CHESTNUT = new Color(0x5c3622);
    static final Color AUBURN = new Color(0x84401f);
    static final Color BLOND = new Color(0xc09a5c);
    static final Color GREY = new Color(0x8f8b86);
    static final Color WHITE_HAIR = new Color(0xdad6cf);
    static final List<Color> HAIRS = List.of(BLACK_HAIR, DARK_BROWN, CHESTNUT, AUBURN, BLOND, GREY, WHITE_HAIR);

    static final List<Color> IRISES = List.of(
            new Color(0x5f7d4c), new Color(0x4a2c17), new Color(0x4d7ba6), new Color(0x73502a), new Color(0x6f7f86));
    static final List<Color> CLOTHS = List.of(
            new Color(0x2f4f74),
            new Color(0x7b3b3b),
            new Color(0x3f6152),
            new Color(0x6a4d7c),
            new Color(0xb07a3c),
            new Color(0x3c3f46),
            new Color(0x8fa3ad),
            new Color(0xc4685a));

    private Palette() {}

    /** Light eyes in light faces only. */
    static Color iris(Skin skin, int choice) {
        int tone = SKINS.indexOf(skin);
        return tone >= 3 ? (choice % 2 == 0 ? IRISES.get(1) : IRISES.get(3)) : IRISES.get(choice);
    }
}
