package org.einfluss.charts;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Writes charts to PNG, SVG and PDF files; needs no display.
 *
 * <p>Sizes are those on paper, in millimetres. SVG and PDF are vector drawings with text as text; the PDF embeds its fonts, the
 * SVG names them with substitutes. The files carry no time stamp: on one machine the same chart gives the same bytes. A file is
 * written aside and renamed once it is whole. A chart must not be changed or drawn by another thread meanwhile.
 */
public final class ChartFile {
    private static final double POINTS_PER_MM = 72 / 25.4;
    private static final String SVG = "http://www.w3.org/2000/svg";

    private ChartFile() {}

    /**
     * Writes a chart as PNG that knows its resolution.
     *
     * @param chart the chart
     * @param file the file; replaced when it exists
     * @param widthMm width on paper in mm
     * @param heightMm height on paper in mm
     * @param dpi dots per inch; 150 for screens, 300 to 600 for print
     * @throws IOException when it cannot be written
     */
    public static void writePng(JFreeChart chart, Path file, double widthMm, double heightMm, int dpi)
            throws IOException {
        write(file, png(chart, widthMm, heightMm, dpi));
    }

    /**
     * Draws a chart as PNG that knows its resolution.
     *
     * @param chart the chart
     * @param widthMm width on paper in mm
     * @param heightMm height on paper in mm
     * @param dpi dots per inch
     * @return the content of a PNG file
     * @throws IOException when it cannot be drawn
     */
    public static byte[] png(JFreeChart chart, double widthMm, double heightMm, int dpi) throws IOException {
        Rectangle2D paper = paper(widthMm, heightMm);
        double scale = dpi / 72.0;
        int width = (int) Math.round(paper.getWidth() * scale);
        int height = (int) Math.round(paper.getHeight() * scale);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        try {
            g2.setPaint(Color.WHITE);
            g2.fillRect(0, 0, width, height);
            g2.scale(width / paper.getWidth(), height / paper.getHeight());
            draw(chart, g2, paper);
        } finally {
            g2.dispose();
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
            IIOMetadataNode resolution = new IIOMetadataNode("pHYs");
            String perMetre = Long.toString(Math.round(dpi / 0.0254));
            resolution.setAttribute("pixelsPerUnitXAxis", perMetre);
            resolution.setAttribute("pixelsPerUnitYAxis", perMetre);
            resolution.setAttribute("unitSpecifier", "meter");
            IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
            root.appendChild(resolution);
            metadata.mergeTree("javax_imageio_png_1.0", root);
            writer.setOutput(out);
            writer.write(new IIOImage(image, null, metadata));
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /**
     * Writes a chart as SVG with text as text.
     *
     * @param chart the chart
     * @param file the file; replaced when it exists
     * @param widthMm width on paper in mm
     * @param heightMm height on paper in mm
     * @throws IOException when it cannot be written
     */
    public static void writeSvg(JFreeChart chart, Path file, double widthMm, double heightMm) throws IOException {
        Rectangle2D paper = paper(widthMm, heightMm);
        Document document = document();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment("Einfluss");
        context.setPrecision(3);
        SVGGraphics2D g2 = new SVGGraphics2D(context, false);
        draw(chart, g2, paper);
        Element root = g2.getRoot();
        root.setAttributeNS(null, "width", number(widthMm) + "mm");
        root.setAttributeNS(null, "height", number(heightMm) + "mm");
        root.setAttributeNS(null, "viewBox", "0 0 " + number(paper.getWidth()) + " " + number(paper.getHeight()));
        nameSubstituteFonts(root);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            g2.stream(root, writer, false, false);
        } finally {
            g2.dispose();
        }
        write(file, bytes.toByteArray());
    }

    /** An empty drawing. */
    static Document document() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The JDK's own XML library offers no document builder", e);
        }
    }

    /** Where the font is not installed, Verdana is as wide, so that labels stay in their places. */
    private static void nameSubstituteFonts(Element root) {
        replaceFont(root);
        NodeList elements = root.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            replaceFont((Element) elements.item(i));
        }
    }

    private static void replaceFont(Element element) {
        if (element.getAttribute("font-family").contains(ChartTheme.FONT_FAMILY)) {
            element.setAttributeNS(
                    null, "font-family", "'" + ChartTheme.FONT_FAMILY + "', Verdana, Geneva, sans-serif");
        }
    }

    /**
     * Writes a chart as a PDF of one page with text as text and fonts embedded.
     *
     * @param chart the chart
     * @param file the file; replaced when it exists
     * @param widthMm width of the page in mm
     * @param heightMm height of the page in mm
     * @throws IOException when it cannot be written
     */
    public static void writePdf(JFreeChart chart, Path file, double widthMm, double heightMm) throws IOException {
        Rectangle2D paper = paper(widthMm, heightMm);
        float width = (float) paper.getWidth();
        float height = (float) paper.getHeight();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument();
                EmbeddedFonts fonts = new EmbeddedFonts(document)) {
            // Else the identifier would be made from the time.
            document.setDocumentId(1L);
            PDDocumentInformation information = new PDDocumentInformation();
            information.setProducer("Einfluss");
            if (chart.getTitle() != null) {
                information.setTitle(chart.getTitle().getText());
            }
            document.setDocumentInformation(information);
            PDPage page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            PdfBoxGraphics2D g2 = new PdfBoxGraphics2D(document, width, height);
            try {
                g2.setFontTextDrawer(fonts);
                draw(chart, g2, paper);
            } finally {
                g2.dispose();
            }
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(g2.getXFormObject());
            }
            document.save(bytes);
        }
        write(file, bytes.toByteArray());
    }

    static Rectangle2D paper(double widthMm, double heightMm) {
        if (!(widthMm >= 20 && widthMm <= 2000 && heightMm >= 20 && heightMm <= 2000)) {
            throw new IllegalArgumentException("A chart is 20 to 2000 mm wide and high, was " + number(widthMm) + " by "
                    + number(heightMm) + " mm");
        }
        return new Rectangle2D.Double(0, 0, widthMm * POINTS_PER_MM, heightMm * POINTS_PER_MM);
    }

    static void draw(JFreeChart chart, Graphics2D g2, Rectangle2D paper) {
        g2.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g2.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        chart.getRenderingHints().put(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        chart.draw(g2, paper);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value).replaceFirst("\\.?0+$", "");
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path aside = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.write(aside, bytes);
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    /** Sets all text in the house fonts; each is embedded, reduced to the letters used, once it is needed. */
    private static final class EmbeddedFonts extends PdfBoxGraphics2DFontTextDrawer {
        private final PDDocument document;
        private PDFont regular;
        private PDFont bold;

        EmbeddedFonts(PDDocument document) {
            this.document = document;
        }

        @Override
        protected PDFont mapFont(Font font, IFontTextDrawerEnv env) {
            if (font.isBold()) {
                bold = bold == null ? load("DejaVuSans-Bold.ttf") : bold;
                return bold;
            }
            regular = regular == null ? load("DejaVuSans.ttf") : regular;
            return regular;
        }

        private PDFont load(String file) {
            try (InputStream in = ChartTheme.font(file)) {
                return PDType0Font.load(document, in);
            } catch (IOException e) {
                throw new UncheckedIOException("The font " + file + " of the charts cannot be read", e);
            }
        }
    }
}
