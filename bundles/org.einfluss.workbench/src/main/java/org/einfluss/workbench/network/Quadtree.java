package org.einfluss.workbench.network;

import java.util.Arrays;

/** A square divided into four, again and again, until each part holds one point; parts know their mass and its centre. Reused. */
final class Quadtree {
    private static final int DEEPEST = 32;

    private int[] children;
    private int[] point;
    private double[] mass;
    private double[] centreX;
    private double[] centreY;
    private double[] width;
    private int cells;
    private final int[] stack = new int[4 * DEEPEST + 4];

    Quadtree(int points) {
        grow(Math.max(16, 2 * points));
    }

    private void grow(int size) {
        int before = children == null ? 0 : children.length / 4;
        children = children == null ? new int[4 * size] : Arrays.copyOf(children, 4 * size);
        point = point == null ? new int[size] : Arrays.copyOf(point, size);
        mass = mass == null ? new double[size] : Arrays.copyOf(mass, size);
        centreX = centreX == null ? new double[size] : Arrays.copyOf(centreX, size);
        centreY = centreY == null ? new double[size] : Arrays.copyOf(centreY, size);
        width = width == null ? new double[size] : Arrays.copyOf(width, size);
        Arrays.fill(children, 4 * before, children.length, -1);
    }

    private int cell(double side) {
        if (cells == point.length) {
            grow(2 * cells);
        }
        Arrays.fill(children, 4 * cells, 4 * cells + 4, -1);
        point[cells] = -1;
        mass[cells] = 0;
        centreX[cells] = 0;
        centreY[cells] = 0;
        width[cells] = side;
        return cells++;
    }

    void build(double[] x, double[] y) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            low = Math.min(low, Math.min(x[i], y[i]));
            high = Math.max(high, Math.max(x[i], y[i]));
        }
        cells = 0;
        cell(Math.max(high - low, 1e-9));
        for (int i = 0; i < x.length; i++) {
            insert(i, x, y, low);
        }
        for (int i = 0; i < cells; i++) {
            centreX[i] /= mass[i];
            centreY[i] /= mass[i];
        }
    }

    private void insert(int added, double[] x, double[] y, double low) {
        int cell = 0;
        double left = low;
        double bottom = low;
        double side = width[0];
        for (int depth = 0; ; depth++) {
            boolean empty = mass[cell] == 0;
            mass[cell]++;
            centreX[cell] += x[added];
            centreY[cell] += y[added];
            if (empty) {
                point[cell] = added;
                return;
            }
            if (depth == DEEPEST) {
                return; // as good as the same place
            }
            side /= 2;
            int settled = point[cell];
            if (settled >= 0) {
                point[cell] = -1;
                int below = cell(side);
                children[4 * cell + quadrant(x[settled], y[settled], left + side, bottom + side)] = below;
                point[below] = settled;
                mass[below] = 1;
                centreX[below] = x[settled];
                centreY[below] = y[settled];
            }
            int quadrant = quadrant(x[added], y[added], left + side, bottom + side);
            if ((quadrant & 1) != 0) {
                left += side;
            }
            if ((quadrant & 2) != 0) {
                bottom += side;
            }
            int next = children[4 * cell + quadrant];
            if (next < 0) {
                next = cell(side);
                children[4 * cell + quadrant] = next;
            }
            cell = next;
        }
    }

    private static int quadrant(double x, double y, double middleX, double middleY) {
        return (x >= middleX ? 1 : 0) | (y >= middleY ? 2 : 0);
    }

    /** Adds to a node's pull what all others repel it by: 1/d each. */
    void repel(int node, double[] x, double[] y, double opening, double[] pullX, double[] pullY) {
        int top = 0;
        stack[top++] = 0;
        double px = 0;
        double py = 0;
        while (top > 0) {
            int cell = stack[--top];
            if (point[cell] == node && mass[cell] == 1) {
                continue;
            }
            double dx = x[node] - centreX[cell];
            double dy = y[node] - centreY[cell];
            double square = dx * dx + dy * dy;
            boolean leaf = point[cell] >= 0;
            if (leaf || width[cell] * width[cell] < opening * opening * square) {
                double force = mass[cell] / Math.max(square, 1e-4);
                px += dx * force;
                py += dy * force;
                if (square < 1e-8) { // on top of each other: apart by their numbers
                    px += (node & 1) == 0 ? 0.01 : -0.01;
                    py += (node & 2) == 0 ? 0.01 : -0.01;
                }
            } else {
                for (int i = 4 * cell; i < 4 * cell + 4; i++) {
                    if (children[i] >= 0) {
                        stack[top++] = children[i];
                    }
                }
            }
        }
        pullX[node] += px;
        pullY[node] += py;
    }
}
