package org.einfluss.workbench.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class LinkRasterTest {
    private final BufferedImage image = new BufferedImage(6, 4, BufferedImage.TYPE_INT_ARGB);
    private final LinkRaster raster = new LinkRaster(image, new Color(10, 20, 30, 100));

    @Test
    void aLineHasOnePixelForEachStepOfItsLongerDirection() {
        raster.line(0, 0, 5, 2);
        assertEquals("xx....\n..xx..\n....xx\n......\n", shown());
    }

    @Test
    void opacitiesJoin() {
        raster.line(2, 1, 2, 1);
        assertEquals(0x640A141E, image.getRGB(2, 1));
        raster.line(0, 1, 5, 1);
        // 100 + 155 * 100 / 255 = 160
        assertEquals(0xA00A141E, image.getRGB(2, 1));
        assertEquals(0x640A141E, image.getRGB(3, 1));
    }

    @Test
    void whatLiesOutsideIsLeftOut() {
        raster.line(-100, 2, 1000, 2);
        raster.line(3, -50, 3, 50);
        raster.line(-5, -5, -1, -9);
        raster.line(-3, 3, 3, -3.5);
        raster.line(Double.NaN, 0, 1, 1);
        assertEquals("...x..\n...x..\nxxxxxx\n...x..\n", shown());
    }

    private String shown() {
        StringBuilder text = new StringBuilder();
        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < 6; x++) {
                text.append(image.getRGB(x, y) >>> 24 == 0 ? '.' : 'x');
            }
            text.append('\n');
        }
        return text.toString();
    }
}
