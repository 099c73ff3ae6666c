package org.einfluss.workbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class DarkGroundTest {
    private static final Color GROUND = new Color(0x3C3F41);

    @Test
    void paperBecomesTheGroundAndInkWhite() {
        assertEquals(0x3C3F41, DarkGround.turned(0xFFFFFF, GROUND));
        assertEquals(0xFFFFFF, DarkGround.turned(0x000000, GROUND));
    }

    @Test
    void aDarkBlueBecomesALightBlueOfTheSameHue() {
        // 00-44-88 is as dark as 77-BB-FF is light: 119 more of each
        assertEquals(0x77BBFF, DarkGround.turned(0x004488, Color.BLACK));
        float[] before = Color.RGBtoHSB(0x00, 0x44, 0x88, null);
        float[] after = Color.RGBtoHSB(0x77, 0xBB, 0xFF, null);
        assertEquals(before[0], after[0], 0.002f);
    }

    @Test
    void aDenseScreenGetsEveryDotAndNothingBesideThePlace() {
        BufferedImage screen = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        Graphics2D to = screen.createGraphics();
        to.scale(2, 2);
        DarkGround.draw(to, 15, 10, GROUND, paper -> {
            paper.setColor(Color.WHITE);
            paper.fillRect(0, 0, 15, 10);
            paper.setColor(Color.BLACK);
            paper.fillRect(0, 0, 1, 1);
        });
        assertEquals(0xFFFFFFFF, screen.getRGB(1, 1));
        assertEquals(0xFF3C3F41, screen.getRGB(2, 2));
        assertEquals(0xFF3C3F41, screen.getRGB(29, 19));
        assertEquals(0xFF000000, screen.getRGB(30, 10));
    }
}
