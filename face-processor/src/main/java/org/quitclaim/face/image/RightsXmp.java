package org.quitclaim.face.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes rights lines as XMP.
 *
 * <p><b>Source</b>: ISO 16684-1; IPTC Photo Metadata Standard 2024.1; PLUS LDF 2.0.1.
 */
final class RightsXmp {
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String VOCABULARY = "http://ns.useplus.org/ldf/vocab/";
    private static final Map<String, String> SPACES = Map.of(
            "rdf", RDF,
            "dc", "http://purl.org/dc/elements/1.1/",
            "photoshop", "http://ns.adobe.com/photoshop/1.0/",
            "xmpRights", "http://ns.adobe.com/xap/1.0/rights/",
            "plus", "http://ns.useplus.org/ldf/xmp/1.0/");

    private final XMLStreamWriter xml;

    private RightsXmp(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static byte[] of(RightsLines lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newInstance().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new RightsXmp(xml).write(lines);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML could not be written to memory", e);
        }
        return bytes.toByteArray();
    }

    private void write(RightsLines lines) throws XMLStreamException {
        xml.writeProcessingInstruction("xpacket", "begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"");
        xml.writeStartElement("x", "xmpmeta", "adobe:ns:meta/");
        xml.writeNamespace("x", "adobe:ns:meta/");
        xml.writeStartElement("rdf", "RDF", RDF);
        for (String prefix : SPACES.keySet().stream().sorted().toList()) {
            xml.writeNamespace(prefix, space(prefix));
        }
        xml.writeStartElement("rdf", "Description", RDF);
        xml.writeAttribute("rdf", RDF, "about", "");
        list("dc", "creator", "Seq", lines.creator());
        list("dc", "rights", "Alt", lines.copyright());
        text("photoshop", "Credit", lines.credit());
        text("xmpRights", "Marked", lines.copyright() == null ? null : "True");
        list("xmpRights", "UsageTerms", "Alt", lines.usageTerms());
        text("xmpRights", "WebStatement", lines.statement());
        text("plus", "DataMining", VOCABULARY + lines.dataMining().term);
        text("plus", "ModelReleaseStatus", VOCABULARY + lines.modelRelease().term);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeProcessingInstruction("xpacket", "end=\"r\"");
    }

    private void text(String prefix, String name, @Nullable String text) throws XMLStreamException {
        if (text != null) {
            xml.writeStartElement(prefix, name, space(prefix));
            xml.writeCharacters(text);
            xml.writeEndElement();
        }
    }

    private void list(String prefix, String name, String kind, @Nullable String text) throws XMLStreamException {
        if (text != null) {
            xml.writeStartElement(prefix, name, space(prefix));
            xml.writeStartElement("rdf", kind, RDF);
            xml.writeStartElement("rdf", "li", RDF);
            if (kind.equals("Alt")) {
                xml.writeAttribute("xml:lang", "x-default");
            }
            xml.writeCharacters(text);
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
        }
    }

    private static String space(String prefix) {
        String space = SPACES.get(prefix);
        if (space == null) {
            throw new IllegalArgumentException("a prefix without a namespace");
        }
        return space;
    }
}
