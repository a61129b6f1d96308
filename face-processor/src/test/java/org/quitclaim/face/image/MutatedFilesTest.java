package org.quitclaim.face.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever becomes of a photo on its way here, it is read or refused, and takes no more memory than was said. */
class MutatedFilesTest {

    private static final long SLACK = 16 * Allocation.MEBIBYTE;

    /** What is allocated and let go again, strip by strip and block by block, of what is held at once. */
    private static final int TURNOVER = 6;

    /** Larger pictures are no different and take long. */
    private static final long SMALL = 80 * Allocation.MEBIBYTE;

    record Sample(String name, byte[] file) {
        @Override
        public String toString() {
            return name;
        }
    }

    record Flip(double where, byte value) {}

    /** The same files on every run: what a decoder does with one that nobody has seen yet is for whoever raises the tries. */
    @Property(tries = 2_000, seed = "20261127")
    void itIsReadOrRefused(
            @ForAll("files") Sample whole, @ForAll("flips") List<Flip> flips, @ForAll("lengths") double kept) {
        byte[] file = Arrays.copyOf(whole.file(), (int) Math.max(1, whole.file().length * kept));
        flips.forEach(flip -> file[(int) (flip.where() * (file.length - 1))] = flip.value());
        PhotoReader reader = new PhotoReader();
        long needs = reader.needs(file);
        Assume.that(needs <= SMALL);
        long allocated = Allocation.of(() -> assertThat(reader.read(file)).isNotNull());
        assertThat(allocated).isLessThan(SLACK + TURNOVER * needs);
    }

    @Provide
    Arbitrary<Sample> files() throws IOException {
        byte[] png = SamplePhotos.png(SamplePhotos.picture(BufferedImage.TYPE_3BYTE_BGR));
        return Arbitraries.of(
                new Sample("baseline JPEG", SamplePhotos.jpeg(false)),
                new Sample("progressive JPEG", SamplePhotos.jpeg(true)),
                new Sample("JPEG with EXIF", SamplePhotos.rotated(6)),
                new Sample("CMYK JPEG", SamplePhotos.cmyk()),
                new Sample("PNG", png),
                new Sample("PNG with EXIF", SamplePhotos.rotatedPng(png, 6)),
                new Sample("PNG, palette", SamplePhotos.png(SamplePhotos.picture(BufferedImage.TYPE_BYTE_INDEXED))),
                new Sample("PNG, alpha", SamplePhotos.png(SamplePhotos.picture(BufferedImage.TYPE_4BYTE_ABGR))),
                new Sample(
                        "PNG, 16 bits",
                        SamplePhotos.png(SixteenBit.of(SamplePhotos.picture(BufferedImage.TYPE_3BYTE_BGR)))),
                new Sample("TIFF, LZW", PixelsOthersSeeTest.file("lzw.tif")),
                new Sample("TIFF, JPEG", PixelsOthersSeeTest.file("jpeg.tif")),
                new Sample("TIFF, tiles", PixelsOthersSeeTest.file("tiled.tif")),
                new Sample("TIFF, 16 bits", PixelsOthersSeeTest.file("rgb16.tif")),
                new Sample("PNG with a profile", PixelsOthersSeeTest.file("adobe-rgb.png")),
                new Sample("animated WebP", PixelsOthersSeeTest.file("animated-lossy.webp")),
                new Sample("lossy WebP", SamplePhotos.webp(false)),
                new Sample("lossless WebP", SamplePhotos.webp(true)),
                new Sample("WebP with EXIF", SamplePhotos.rotatedWebp(6, "")));
    }

    @Provide
    Arbitrary<List<Flip>> flips() {
        // headers decide more than pixels do
        Arbitrary<Double> where = Arbitraries.oneOf(
                Arbitraries.doubles().between(0, 1), Arbitraries.doubles().between(0, 0.2));
        return Combinators.combine(where, Arbitraries.bytes())
                .as(Flip::new)
                .list()
                .ofMinSize(0)
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<Double> lengths() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(1.0)),
                Tuple.of(1, Arbitraries.doubles().between(0, 1)));
    }
}
