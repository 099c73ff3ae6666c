package org.einfluss.formats.internal;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Source;

/** An XML file, element by element. Document types, and with them entities of one's own, are refused. */
public final class XmlInput implements Closeable {
    /** Deepest nesting of elements; deeper files are no data. */
    private static final int DEEPEST = 256;

    /** Bytes in which an XML declaration ends. */
    private static final int HEAD = 256;

    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

    private final String file;
    private final PushbackInputStream bytes;
    private final XMLStreamReader xml;
    private int depth;

    /**
     * Opens a file.
     *
     * @param source the file
     * @param progress told how far it is
     * @throws IOException when it cannot be read
     */
    public XmlInput(Source source, Progress progress) throws IOException {
        file = source.name();
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLReporter((message, type, related, location) -> {}); // what is wrong is thrown, too
        bytes = new PushbackInputStream(new ByteSource(source, progress).stream(), HEAD);
        try {
            // A decoder of our own, as the parser's prints wrong bytes to the terminal.
            CharsetDecoder decoder = encoding(source).newDecoder();
            xml = factory.createXMLStreamReader(new BufferedReader(new InputStreamReader(bytes, decoder), 1 << 16));
        } catch (IOException | InputException e) {
            bytes.close();
            throw e;
        } catch (XMLStreamException e) {
            bytes.close();
            throw wrong(e);
        }
    }

    /** The encoding of the byte order mark, which is taken off, else the one the first line names, else the one its user stated. */
    private Charset encoding(Source source) throws IOException {
        byte[] head = bytes.readNBytes(HEAD);
        int mark = 0;
        Charset found = source.encoding().orElse(StandardCharsets.UTF_8);
        if (begins(head, 0xef, 0xbb, 0xbf)) {
            mark = 3;
            found = StandardCharsets.UTF_8;
        } else if (begins(head, 0xfe, 0xff) || begins(head, 0xff, 0xfe)) {
            mark = 2;
            found = begins(head, 0xfe) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        } else {
            if (source.encoding().isEmpty() && (begins(head, '<', 0) || begins(head, 0, '<'))) {
                throw CharInput.zeroByte(new InputException.Place(file, 1, 0));
            }
            Matcher declared = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
            if (declared.find()) {
                found = Source.encodingNamed(declared.group(1))
                        .orElseThrow(() -> new InputException(
                                new InputException.Place(file, 1, 0),
                                "There is no encoding '" + declared.group(1)
                                        + "'; usual ones are utf-8, utf-16le, latin-1."));
            }
        }
        bytes.unread(head, mark, head.length - mark);
        return found;
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i == bytes.length || bytes[i] != (byte) mark[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Goes to the next beginning or end of an element.
     *
     * @return whether there is one
     * @throws IOException when the file cannot be read
     */
    public boolean next() throws IOException {
        try {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.DTD ->
                        throw new InputException(
                                place(),
                                "Document type declarations are refused, they can do harm. Remove the line <!DOCTYPE …>.");
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > DEEPEST) {
                            throw new InputException(
                                    place(),
                                    "Elements are nested more than " + DEEPEST + " deep. Is it the right file?");
                        }
                        return true;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        return true;
                    }
                    default -> {
                        // blanks, comments, instructions for programs
                    }
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw wrong(e);
        }
    }

    /** Returns whether an element begins here; else one ends. */
    public boolean isStart() {
        return xml.isStartElement();
    }

    /** Returns the name of the element that begins or ends here, without prefix. */
    public String name() {
        return xml.getLocalName();
    }

    /** Returns how many elements are open, this one included where it begins. */
    public int depth() {
        return depth;
    }

    /**
     * Returns the namespace of the element that begins here; empty where it has none.
     */
    public String namespace() {
        String uri = xml.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    /** Passes over the element that begins here, with all that is in it. */
    public void skip() throws IOException {
        for (int outside = depth - 1; depth > outside; ) {
            next();
        }
    }

    /** Returns the text of the element that begins here, and goes to its end. */
    public String text() throws IOException {
        try {
            String text = xml.getElementText();
            depth--;
            return text;
        } catch (XMLStreamException e) {
            throw wrong(e);
        }
    }

    /** Returns the text of the element that begins here without that of elements in it, and goes to its end. */
    public String mixedText() throws IOException {
        StringBuilder text = new StringBuilder();
        int own = depth;
        try {
            while (depth >= own && xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                } else if (event == XMLStreamConstants.CHARACTERS && depth == own) {
                    text.append(xml.getText());
                }
            }
            return text.toString();
        } catch (XMLStreamException e) {
            throw wrong(e);
        }
    }

    /**
     * Returns an attribute that must be there.
     *
     * @param attribute its name
     */
    public String needed(String attribute) {
        String value = xml.getAttributeValue(null, attribute);
        if (value == null) {
            throw new InputException(
                    place(),
                    "Expected an attribute '" + attribute + "' of <" + xml.getLocalName() + ">, found none. Add it.");
        }
        return value;
    }

    /**
     * Returns an attribute.
     *
     * @param attribute its name
     * @param otherwise what to return where it is not there
     */
    public String optional(String attribute, String otherwise) {
        String value = xml.getAttributeValue(null, attribute);
        return value == null ? otherwise : value;
    }

    /** Returns whether an attribute is there. */
    public boolean has(String attribute) {
        return xml.getAttributeValue(null, attribute) != null;
    }

    /**
     * Returns whether any of some attributes is there.
     *
     * @param attributes their names
     */
    public boolean hasAny(Set<String> attributes) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (attributes.contains(xml.getAttributeLocalName(i))) {
                return true;
            }
        }
        return false;
    }

    /** Returns where this is. */
    public InputException.Place place() {
        Location at = xml.getLocation();
        return new InputException.Place(file, at.getLineNumber(), at.getColumnNumber());
    }

    private InputException wrong(XMLStreamException e) throws IOException {
        Throwable nested = e.getNestedException();
        if (nested instanceof CharacterCodingException) {
            return new InputException(
                    new InputException.Place(file, 0, 0),
                    "Expected text in UTF-8, or in the encoding that its first line names, found other bytes. Save the"
                            + " file as UTF-8, or state its encoding (import --encoding latin-1).");
        }
        if (nested instanceof IOException io) {
            throw io;
        }
        if (nested instanceof InputException told) {
            return told;
        }
        Location at = e.getLocation();
        String what = String.valueOf(e.getMessage()).replaceFirst("(?s)^ParseError at .*?Message: ", "");
        return new InputException(
                new InputException.Place(
                        file, at == null ? 0 : at.getLineNumber(), at == null ? 0 : at.getColumnNumber()),
                "This is not correct XML: " + what);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
