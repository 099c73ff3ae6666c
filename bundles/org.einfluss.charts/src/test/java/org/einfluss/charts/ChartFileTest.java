package org.einfluss.charts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jfree.chart.JFreeChart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class ChartFileTest {
    @TempDir
    Path folder;

    @Test
    void everyKindOfChartIsWrittenInEveryFormat() throws Exception {
        for (Map.Entry<String, JFreeChart> chart : Gallery.charts().entrySet()) {
            Path png = folder.resolve(chart.getKey() + ".png");
            ChartFile.writePng(chart.getValue(), png, 150, 100, 150);
            BufferedImage image = ImageIO.read(png.toFile());
            assertEquals(886, image.getWidth());
            assertEquals(591, image.getHeight());
            assertTrue(inkedShare(image) > 0.005, chart.getKey());
            ChartFile.writeSvg(chart.getValue(), folder.resolve(chart.getKey() + ".svg"), 150, 100);
            ChartFile.writePdf(chart.getValue(), folder.resolve(chart.getKey() + ".pdf"), 150, 100);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(3 * Gallery.charts().size(), files.count(), "nothing half-written stays behind");
        }
    }

    private static double inkedShare(BufferedImage image) {
        int inked = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                inked += (image.getRGB(x, y) & 0xFF00) < 0x8000 ? 1 : 0;
            }
        }
        return (double) inked / (image.getWidth() * image.getHeight());
    }

    @Test
    void pngKnowsItsResolution() throws IOException {
        Path file = folder.resolve("chart.png");
        ChartFile.writePng(FigureChart.draw(Gallery.line()), file, 100, 60, 300);
        BufferedImage image = ImageIO.read(file.toFile());
        assertEquals(1181, image.getWidth());
        assertEquals(709, image.getHeight());
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        int position = 8;
        while (bytes.getInt(position + 4) != 0x70485973) {
            position += 12 + bytes.getInt(position);
        }
        assertEquals(11811, bytes.getInt(position + 8), "pixels per metre: 300 dpi");
        assertEquals(11811, bytes.getInt(position + 12));
        assertEquals(1, bytes.get(position + 16), "unit: metre");
    }

    @Test
    void svgHasTextAsTextAndItsSizeInMillimetres() throws Exception {
        Path file = folder.resolve("chart.svg");
        ChartFile.writeSvg(FigureChart.draw(Gallery.line()), file, 150, 100);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        Document svg = factory.newDocumentBuilder().parse(file.toFile());
        assertEquals("150mm", svg.getDocumentElement().getAttribute("width"));
        assertEquals("100mm", svg.getDocumentElement().getAttribute("height"));
        assertEquals("0 0 425.197 283.465", svg.getDocumentElement().getAttribute("viewBox"));
        List<String> texts = texts(svg.getElementsByTagName("text"));
        assertTrue(texts.contains("Mean degree z (links per node)"), texts.toString());
        assertTrue(texts.contains("Global cascades (share of runs)"), texts.toString());
        assertTrue(texts.contains("closed form"), texts.toString());
        assertEquals(0, svg.getElementsByTagName("image").getLength());
        assertTrue(Files.readString(file).contains("DejaVu Sans', Verdana"));
        assertTrue(Files.readString(file).contains("font-weight=\"bold\""));
    }

    private static List<String> texts(NodeList nodes) {
        return java.util.stream.IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent().strip())
                .toList();
    }

    @Test
    void pdfHasExtractableTextInEmbeddedFonts() throws IOException {
        Path file = folder.resolve("chart.pdf");
        ChartFile.writePdf(FigureChart.draw(Gallery.line()), file, 150, 100);
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            String text = new PDFTextStripper().getText(pdf);
            assertTrue(text.contains("Mean degree z (links per node)"), text);
            assertTrue(text.contains("φ = 0.18"), text);
            assertEquals(1, pdf.getNumberOfPages());
            assertEquals(425.197, pdf.getPage(0).getMediaBox().getWidth(), 0.001);
            assertEquals("Einfluss", pdf.getDocumentInformation().getProducer());
            assertEquals(null, pdf.getDocumentInformation().getCreationDate());
            assertTrue(embeddedFonts(pdf.getPage(0).getResources()) >= 2);
        }
    }

    private static int embeddedFonts(PDResources resources) throws IOException {
        int count = 0;
        for (COSName name : resources.getFontNames()) {
            PDFont font = resources.getFont(name);
            assertTrue(font.isEmbedded(), font.getName());
            assertTrue(font.getName().contains("DejaVu"), font.getName());
            count++;
        }
        for (COSName name : resources.getXObjectNames()) {
            assertFalse(resources.isImageXObject(name), "no picture in a vector file");
            if (resources.getXObject(name) instanceof PDFormXObject form && form.getResources() != null) {
                count += embeddedFonts(form.getResources());
            }
        }
        return count;
    }

    @Test
    void sameFigureGivesSameBytes() throws IOException {
        for (int i = 0; i < 2; i++) {
            JFreeChart chart = FigureChart.draw(Gallery.scatter());
            ChartFile.writePng(chart, folder.resolve(i + ".png"), 120, 80, 100);
            ChartFile.writeSvg(chart, folder.resolve(i + ".svg"), 120, 80);
            ChartFile.writePdf(chart, folder.resolve(i + ".pdf"), 120, 80);
        }
        for (String extension : List.of(".png", ".svg", ".pdf")) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("0" + extension)),
                    Files.readAllBytes(folder.resolve("1" + extension)),
                    extension);
        }
    }

    @Test
    void existingFileIsReplacedAndAMissingFolderIsToldWithoutLeftovers() throws IOException {
        Path file = folder.resolve("chart.png");
        Files.writeString(file, "old");
        ChartFile.writePng(FigureChart.draw(Gallery.steps()), file, 60, 40, 72);
        assertEquals(170, ImageIO.read(file.toFile()).getWidth());
        assertThrows(
                IOException.class,
                () -> ChartFile.writePng(
                        FigureChart.draw(Gallery.steps()), folder.resolve("missing/chart.png"), 60, 40, 72));
        assertThrows(
                IllegalArgumentException.class,
                () -> ChartFile.writePng(FigureChart.draw(Gallery.steps()), file, 0, 40, 72));
    }
}
