package org.quitclaim.face.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a file in which people write: EXIF, XMP, IPTC and the texts of a PNG, wherever the container keeps them.
 *
 * <p><b>Guarantees</b>: at most {@value #MOST} parts of each kind, none above {@value #MOST_BYTES} bytes, packed ones unpacked no
 * further than that; what is larger is not read at all.
 *
 * <p><b>Source</b>: ISO 16684-3 (XMP storage), EXIF 3.0 section 4.7, IPTC-IIM 4.2, W3C PNG section 11.3.
 */
final class FilePackets {
    static final int MOST = 32;
    static final int MOST_BYTES = 1 << 20;

    final List<ByteBuffer> exif = new ArrayList<>();
    final List<byte[]> xmp = new ArrayList<>();
    final List<byte[]> iim = new ArrayList<>();
    /** Of a PNG: {@code Author} and {@code Copyright}. */
    final List<String[]> texts = new ArrayList<>();

    private FilePackets() {}

    static FilePackets in(PhotoFormat format, byte[] file) {
        FilePackets found = new FilePackets();
        switch (format) {
            case JPEG -> JpegPackets.into(found, file);
            case PNG -> PngPackets.into(found, file);
            case WEBP, LOSSLESS_WEBP -> found.riff(file);
            case TIFF -> found.tiff(file);
            case HEIC, AVIF -> HeifPackets.into(found, file);
            case UNREAD -> {}
        }
        return found;
    }

    private void riff(byte[] file) {
        for (Riff.Chunk chunk : Riff.chunks(file)) {
            if (chunk.type().equals("EXIF")) {
                exif(ByteBuffer.wrap(file, chunk.start(), chunk.length()).slice());
            } else if (chunk.type().equals("XMP ")) {
                xmp(file, chunk.start(), chunk.length());
            }
        }
    }

    private void tiff(byte[] file) {
        exif.add(ByteBuffer.wrap(file));
        TiffWords.of(ByteBuffer.wrap(file)).ifPresent(first -> {
            first.bytes(TiffWords.XMP, MOST_BYTES).ifPresent(one -> xmp(one, 0, one.length));
            first.bytes(TiffWords.IPTC, MOST_BYTES).ifPresent(this::iim);
            first.bytes(TiffWords.PHOTOSHOP, MOST_BYTES).ifPresent(one -> photoshop(ByteBuffer.wrap(one)));
        });
    }

    /** With or without the prefix that it has in a JPEG, which some writers put everywhere. */
    void exif(ByteBuffer block) {
        ByteBuffer prefix = ByteBuffer.wrap("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        boolean has =
                block.limit() > prefix.limit() && block.slice(0, prefix.limit()).equals(prefix);
        if (exif.size() < MOST && block.limit() <= MOST_BYTES) {
            exif.add(has ? block.slice(prefix.limit(), block.limit() - prefix.limit()) : block);
        }
    }

    void xmp(byte[] file, int start, int length) {
        if (xmp.size() < MOST && length <= MOST_BYTES && start + length <= file.length) {
            byte[] packet = new byte[length];
            System.arraycopy(file, start, packet, 0, length);
            xmp.add(packet);
        }
    }

    void iim(byte[] records) {
        if (iim.size() < MOST) {
            iim.add(records);
        }
    }

    void text(String keyword, String text) {
        if (texts.size() < MOST) {
            texts.add(new String[] {keyword, text});
        }
    }

    /** Source: Adobe Photoshop File Formats, image resource blocks; 0x0404 is IPTC. */
    void photoshop(ByteBuffer blocks) {
        int at = 0;
        while (at + 12 <= blocks.limit() && blocks.getInt(at) == HeifBoxes.code("8BIM")) {
            int name = (blocks.get(at + 6) & 0xFF) + 1;
            int size = at + 6 + name + (name & 1);
            if (size + 4 > blocks.limit()) {
                return;
            }
            long length = Integer.toUnsignedLong(blocks.getInt(size));
            if (size + 4 + length > blocks.limit()) {
                return;
            }
            if (blocks.getShort(at + 4) == 0x0404) {
                byte[] records = new byte[(int) length];
                blocks.get(size + 4, records);
                iim(records);
            }
            at = (int) (size + 4 + length + (length & 1));
        }
    }
}
