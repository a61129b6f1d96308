package org.quitclaim.face.image;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A property of XMP with what is in it. The notations of RDF are one here: a field may be an element or an attribute, a
 * structure may be typed, described or neither.
 *
 * <p><b>Guarantees</b>: no document type, so no entity and nothing from outside; at most {@value #MOST_NODES} nodes,
 * {@value #DEEPEST} deep. What exceeds that, or is no XML, is not read at all.
 *
 * <p><b>Source</b>: ISO 16684-1 section 7.
 */
final class XmpNode {
    static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final int MOST_NODES = 50_000;
    private static final int DEEPEST = 40;
    private static final Set<String> PASSED_THROUGH = Set.of("RDF", "Description", "Bag", "Seq", "Alt");
    private static final XMLInputFactory XML = safe();

    private final String space;
    private final String name;
    private final StringBuilder text = new StringBuilder();
    private final List<XmpNode> children = new ArrayList<>();

    private XmpNode(String space, String name) {
        this.space = space;
        this.name = name;
    }

    private static XMLInputFactory safe() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
    }

    /** Everything that a packet says; empty where it is none that is read. */
    static Optional<XmpNode> of(byte[] packet) {
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(new StringReader(letters(packet)));
            return Optional.of(new Reading(xml).all());
        } catch (CharacterCodingException | XMLStreamException | RuntimeException e) {
            // the one border to the XML reader, which answers what it cannot read with either
            return Optional.empty();
        }
    }

    /** Decoded here, since the XML reader complains of bad bytes on the console, whoever asks. */
    private static String letters(byte[] packet) throws CharacterCodingException {
        boolean isWide = packet.length > 1 && (packet[0] & packet[1] & 0xFE) == 0xFE;
        CharBuffer letters = (isWide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8)
                .newDecoder()
                .decode(ByteBuffer.wrap(packet));
        int end = letters.length();
        while (end > 0 && letters.charAt(end - 1) <= ' ') {
            end--;
        }
        boolean isMarked = end > 0 && letters.charAt(0) == '\uFEFF';
        return letters.subSequence(isMarked ? 1 : 0, end).toString();
    }

    /** Without recursion, so that depth is a number and not the end of a thread. */
    private static final class Reading {
        private final XMLStreamReader xml;
        private final List<XmpNode> open = new ArrayList<>();
        private int nodes;

        Reading(XMLStreamReader xml) {
            this.xml = xml;
        }

        XmpNode all() throws XMLStreamException {
            XmpNode root = new XmpNode("", "");
            open.add(root);
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new XMLStreamException("a document type");
                    case XMLStreamConstants.START_ELEMENT -> open.add(element(open.getLast()));
                    case XMLStreamConstants.END_ELEMENT -> open.removeLast();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        open.getLast().text.append(xml.getText());
                    default -> {}
                }
            }
            return root;
        }

        private XmpNode element(XmpNode parent) throws XMLStreamException {
            if (open.size() > DEEPEST) {
                throw new XMLStreamException("too deep");
            }
            String space = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
            boolean passes =
                    space.equals("adobe:ns:meta/") || space.equals(RDF) && PASSED_THROUGH.contains(xml.getLocalName());
            XmpNode node = passes ? parent : child(parent, space, xml.getLocalName());
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                String where = xml.getAttributeNamespace(i);
                if (where != null && !where.isEmpty()) {
                    child(node, where, xml.getAttributeLocalName(i)).text.append(xml.getAttributeValue(i));
                }
            }
            return node;
        }

        private XmpNode child(XmpNode parent, String space, String name) throws XMLStreamException {
            if (++nodes > MOST_NODES) {
                throw new XMLStreamException("too many");
            }
            XmpNode child = new XmpNode(space, name);
            parent.children.add(child);
            return child;
        }
    }

    Stream<XmpNode> fields(String space, String name) {
        return children.stream().filter(child -> child.space.equals(space) && child.name.equals(name));
    }

    /** The first of them. */
    Optional<XmpNode> field(String space, String name) {
        return fields(space, name).findFirst();
    }

    Optional<String> text(String space, String name) {
        return field(space, name).map(XmpNode::text);
    }

    /** Those of a list; what is no list is one of itself. */
    Stream<XmpNode> items() {
        List<XmpNode> items = fields(RDF, "li").toList();
        return items.isEmpty() ? Stream.of(this) : items.stream();
    }

    /** What it says where it is simple, or the first of a list. */
    String text() {
        return field(RDF, "value")
                .or(() -> field(RDF, "li"))
                .or(() -> field(RDF, "resource"))
                .map(XmpNode::text)
                .orElseGet(text::toString)
                .strip();
    }
}
