package org.einfluss.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.data.DatasetWriter;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.Source;
import org.einfluss.formats.Holds.Feature;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The rules of GraphML and GEXF that programs rely on hold in what is written: what is referred to is declared, once and of a known type,
 * and elements stand where they belong.
 */
class WrittenXmlTest {
    private static final int NETWORKS = 100;
    private static final Set<String> GRAPHML_TYPES = Set.of("boolean", "int", "long", "float", "double", "string");
    private static final Set<String> GEXF_TYPES = Set.of("boolean", "integer", "long", "float", "double", "string");

    private static Element written(DatasetWriter<None> writer, int key) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(
                NetworkDraft.dataset(
                        Source.of(Path.of("x")),
                        Direction.INFLUENCES,
                        new RandomNetworks(key, EnumSet.allOf(Feature.class)).next()),
                new None(),
                out,
                new ImportReport(),
                Progress.NONE);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toByteArray()))
                .getDocumentElement();
    }

    private static List<Element> all(Element from, String name) {
        NodeList found = from.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static Set<String> different(List<Element> elements, String attribute) {
        Set<String> values = new HashSet<>();
        for (Element element : elements) {
            assertTrue(values.add(element.getAttribute(attribute)), element.getAttribute(attribute) + " twice");
        }
        return values;
    }

    private static void checkEnds(List<Element> nodes, List<Element> edges) {
        Set<String> ids = different(nodes, "id");
        for (Element edge : edges) {
            assertTrue(ids.contains(edge.getAttribute("source")), edge.getAttribute("source"));
            assertTrue(ids.contains(edge.getAttribute("target")), edge.getAttribute("target"));
        }
    }

    @Test
    void graphMlDeclaresWhatItUses() throws Exception {
        for (int key = 0; key < NETWORKS; key++) {
            Element root = written(new GraphMlWriter(), key);
            assertEquals("http://graphml.graphdrawing.org/xmlns", root.getAttribute("xmlns"));
            assertEquals(1, all(root, "graph").size());
            Element graph = all(root, "graph").get(0);
            assertTrue(Set.of("directed", "undirected").contains(graph.getAttribute("edgedefault")));
            assertTrue(all(graph, "key").isEmpty(), "keys stand before the graph");
            different(all(root, "key"), "id");
            Map<String, String> of = new HashMap<>();
            for (Element declared : all(root, "key")) {
                assertTrue(GRAPHML_TYPES.contains(declared.getAttribute("attr.type")));
                of.put(declared.getAttribute("id"), declared.getAttribute("for"));
            }
            for (Element data : all(graph, "data")) {
                assertEquals(data.getParentNode().getNodeName(), of.get(data.getAttribute("key")));
            }
            checkEnds(all(graph, "node"), all(graph, "edge"));
        }
    }

    @Test
    void gexfDeclaresWhatItUses() throws Exception {
        for (int key = 0; key < NETWORKS; key++) {
            Element root = written(new GexfWriter(), key);
            assertEquals("http://www.gexf.net/1.2draft", root.getAttribute("xmlns"));
            Element graph = all(root, "graph").get(0);
            assertEquals(1, all(graph, "nodes").size());
            assertEquals(1, all(graph, "edges").size());
            Map<String, String> of = new HashMap<>();
            for (Element attributes : all(graph, "attributes")) {
                assertTrue(Set.of("static", "dynamic").contains(attributes.getAttribute("mode")));
                different(all(attributes, "attribute"), "id");
                for (Element declared : all(attributes, "attribute")) {
                    assertTrue(GEXF_TYPES.contains(declared.getAttribute("type")));
                    of.put(declared.getAttribute("id"), attributes.getAttribute("class"));
                }
            }
            for (Element value : all(graph, "attvalue")) {
                assertEquals("attvalues", value.getParentNode().getNodeName());
                assertEquals(value.getParentNode().getParentNode().getNodeName(), of.get(value.getAttribute("for")));
                assertTrue(value.hasAttribute("value"));
            }
            different(all(graph, "edge"), "id");
            checkEnds(all(graph, "node"), all(graph, "edge"));
        }
    }
}
