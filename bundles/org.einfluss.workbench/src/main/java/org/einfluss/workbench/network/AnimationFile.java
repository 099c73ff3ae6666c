package org.einfluss.workbench.network;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.function.IntFunction;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.einfluss.api.Progress;

/** Writes a moving picture, one frame after the other, so that no more than one is held. */
public final class AnimationFile {
    private static final String TREE = "javax_imageio_gif_image_1.0";

    private AnimationFile() {}

    /**
     * Writes an animated GIF that begins again when it has ended.
     *
     * @param file the file, replaced as a whole or not at all
     * @param frames number of frames
     * @param frame draws a frame; called in order, each once
     * @param delay how long each is shown, in hundredths of a second; the last ten times as long
     * @param progress told how far it is, asked for cancellation
     * @throws IOException when it cannot be written
     */
    public static void writeGif(Path file, int frames, IntFunction<BufferedImage> frame, int delay, Progress progress)
            throws IOException {
        Path aside = file.resolveSibling("." + file.getFileName() + ".writing");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try {
            Files.deleteIfExists(aside);
            try (ImageOutputStream out = ImageIO.createImageOutputStream(aside.toFile())) {
                writer.setOutput(out);
                writer.prepareWriteSequence(null);
                for (int i = 0; i < frames; i++) {
                    progress.checkCancelled();
                    progress.report(i, frames, "");
                    BufferedImage image = frame.apply(i);
                    int shown = i == frames - 1 ? 10 * delay : delay;
                    writer.writeToSequence(new IIOImage(image, null, metadata(writer, image, shown, i == 0)), null);
                }
                writer.endWriteSequence();
            }
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            writer.dispose();
            Files.deleteIfExists(aside);
        }
    }

    private static IIOMetadata metadata(ImageWriter writer, BufferedImage image, int delay, boolean first)
            throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
        IIOMetadataNode root = new IIOMetadataNode(TREE);
        IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Integer.toString(delay));
        root.appendChild(control);
        if (first) {
            IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
            loop.setAttribute("applicationID", "NETSCAPE");
            loop.setAttribute("authenticationCode", "2.0");
            loop.setUserObject(new byte[] {1, 0, 0}); // for ever
            IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
            extensions.appendChild(loop);
            root.appendChild(extensions);
        }
        metadata.mergeTree(TREE, root);
        return metadata;
    }

    /**
     * Returns the file of one frame as {@link #writePngs} writes it.
     *
     * @param file NAME with any ending, in the folder of the frames
     * @param frame number of the frame, from 0
     */
    public static Path png(Path file, int frame) {
        String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        return file.resolveSibling(String.format(Locale.ROOT, "%s-%04d.png", name, frame));
    }

    /**
     * Writes each frame as {@code NAME-0000.png}, {@code NAME-0001.png} and so on.
     *
     * @param file NAME with any ending, in the folder of the frames
     * @param frames number of frames
     * @param frame draws a frame; called in order, each once
     * @param progress told how far it is, asked for cancellation
     * @throws IOException when one cannot be written
     */
    public static void writePngs(Path file, int frames, IntFunction<BufferedImage> frame, Progress progress)
            throws IOException {
        for (int i = 0; i < frames; i++) {
            progress.checkCancelled();
            progress.report(i, frames, "");
            Path one = png(file, i);
            if (!ImageIO.write(frame.apply(i), "png", one.toFile())) {
                throw new IOException("No writer of PNG files was found for " + one);
            }
        }
    }
}
