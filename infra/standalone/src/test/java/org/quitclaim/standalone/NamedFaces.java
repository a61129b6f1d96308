package org.quitclaim.standalone;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Files that name people where they are, as programs for sorting photos write them. */
final class NamedFaces {
    private NamedFaces() {}

    static String region(String name, double x, double y) {
        return "<rdf:li rdf:parseType='Resource'><mwg-rs:Name>" + name + "</mwg-rs:Name><mwg-rs:Type>Face</mwg-rs:Type>"
                + "<mwg-rs:Area stArea:x='" + x + "' stArea:y='" + y
                + "' stArea:w='0.06' stArea:h='0.06' stArea:unit='normalized'/></rdf:li>";
    }

    /** A file that names people where they are, its maker, and a place on earth. */
    static byte[] saying(byte[] jpeg, String regions) {
        String xmp = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"
                + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about=''"
                + " xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:exif='http://ns.adobe.com/exif/1.0/'"
                + " xmlns:mwg-rs='http://www.metadataworkinggroup.com/schemas/regions/'"
                + " xmlns:stArea='http://ns.adobe.com/xmp/sType/Area#' exif:GPSLatitude='52,22.5N'"
                + " exif:GPSLongitude='4,54E'><dc:creator><rdf:Seq><rdf:li>Fotograaf"
                + " Voorbeeld</rdf:li></rdf:Seq></dc:creator><mwg-rs:Regions"
                + " rdf:parseType='Resource'><mwg-rs:RegionList><rdf:Bag>" + regions
                + "</rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions></rdf:Description></rdf:RDF></x:xmpmeta>";
        byte[] content = ("http://ns.adobe.com/xap/1.0/\0" + xmp).getBytes(StandardCharsets.UTF_8);
        return Pictures.withSegment(jpeg, 0xE1, ByteBuffer.wrap(content).array());
    }
}
