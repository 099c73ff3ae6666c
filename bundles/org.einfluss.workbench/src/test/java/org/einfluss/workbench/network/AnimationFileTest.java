package org.einfluss.workbench.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.einfluss.api.CancelledException;
import org.einfluss.api.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnimationFileTest {
    private static final int[] COLOURS = {0xFF0000, 0x00FF00, 0x0000FF};

    @TempDir
    private Path folder;

    @Test
    void aGifHasAllFramesInOrderWithTheirTimesAndBeginsAgain() throws IOException {
        Path file = folder.resolve("run.gif");
        AnimationFile.writeGif(file, 3, AnimationFileTest::frame, 25, Progress.NONE);
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            assertEquals(3, reader.getNumImages(true));
            for (int i = 0; i < 3; i++) {
                assertEquals(COLOURS[i], reader.read(i).getRGB(4, 4) & 0xFFFFFF);
                IIOMetadataNode root =
                        (IIOMetadataNode) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
                IIOMetadataNode control = (IIOMetadataNode)
                        root.getElementsByTagName("GraphicControlExtension").item(0);
                assertEquals(i == 2 ? "250" : "25", control.getAttribute("delayTime"));
                assertEquals(
                        i == 0 ? 1 : 0,
                        root.getElementsByTagName("ApplicationExtension").getLength());
            }
        } finally {
            reader.dispose();
        }
    }

    @Test
    void framesAreNumberedPictures() throws IOException {
        AnimationFile.writePngs(folder.resolve("run.png"), 3, AnimationFileTest::frame, Progress.NONE);
        for (int i = 0; i < 3; i++) {
            BufferedImage read =
                    ImageIO.read(folder.resolve("run-000" + i + ".png").toFile());
            assertEquals(COLOURS[i], read.getRGB(0, 0) & 0xFFFFFF);
        }
    }

    @Test
    void aGifThatIsCancelledLeavesNothing() throws IOException {
        Path file = folder.resolve("run.gif");
        Progress cancelled = new Progress() {
            @Override
            public void report(long done, long total, String what) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        try {
            AnimationFile.writeGif(file, 3, AnimationFileTest::frame, 25, cancelled);
        } catch (CancelledException expected) {
            assertFalse(Files.exists(file));
        }
        try (var left = Files.list(folder)) {
            assertTrue(left.findAny().isEmpty(), "something is left");
        }
    }

    private static BufferedImage frame(int number) {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64; i++) {
            image.setRGB(i % 8, i / 8, COLOURS[number]);
        }
        return image;
    }
}
