package org.medulla.vision.segmentation;

import java.util.Arrays;

/** The search for one cell in its stain maps, step by step: thresholds, parts of nuclei, the central nucleus, its cytoplasm. */
final class CentralCell {
    private static final int TRIES = 3;
    private static final double OFF_CENTRE = 14;
    private static final int LARGEST_NUCLEAR_HOLE = 50;
    private static final int LARGEST_HOLE = 120;
    private static final float SPUR = 3.5f;
    private static final double LEAST_NUCLEUS = 0.04;
    private static final int REACH = 36;
    private static final int COST_PER_PIXEL = 4;
    private static final float COST_OF_AN_EDGE = 40;

    private final StainMaps maps;
    private final Regions regions;
    private final Thresholds thresholds;
    private final int width;
    private final int height;

    CentralCell(StainMaps maps) {
        this.maps = maps;
        this.width = maps.width;
        this.height = maps.height;
        this.regions = new Regions(width, height);
        this.thresholds = new Thresholds(maps);
    }

    /** The label of each pixel. */
    byte[] labels() {
        int pixels = width * height;
        boolean[] left = new boolean[pixels];
        Arrays.fill(left, true);
        boolean[] dark = new boolean[pixels];
        boolean[] stained = new boolean[pixels];
        boolean[] nucleus = new boolean[pixels];
        boolean found = false;
        // A pale nucleus between dark neighbours is found once these are out of the way.
        for (int attempt = 0; attempt < TRIES && !found; attempt++) {
            boolean[] darker = thresholds.dark(left);
            regions.fillHoles(darker, LARGEST_NUCLEAR_HOLE);
            darker = regions.open(regions.close(darker, 1.5f), 2);
            Parts parts = Parts.of(regions.depth(darker), width, height);
            if (parts.count == 0) {
                break;
            }
            for (int i = 0; i < pixels; i++) {
                dark[i] |= darker[i];
            }
            stained = thresholds.stained(dark);
            CentralNucleus central = new CentralNucleus(parts, stained, regions, width, height);
            double distance = central.gapToCentre();
            if (distance < OFF_CENTRE || attempt == 0) {
                nucleus = central.pixels();
            }
            found = distance < OFF_CENTRE;
            if (!found) {
                boolean[] near = regions.grow(darker, 3);
                for (int i = 0; i < pixels; i++) {
                    left[i] &= !near[i];
                }
            }
        }
        regions.fillHoles(nucleus, LARGEST_NUCLEAR_HOLE);
        boolean[] cell = cell(nucleus, dark, stained);
        byte[] labels = new byte[pixels];
        for (int i = 0; i < pixels; i++) {
            labels[i] = (byte) (nucleus[i] ? CellMask.NUCLEUS : cell[i] ? CellMask.CYTOPLASM : CellMask.BACKGROUND);
        }
        return labels;
    }

    /** Floods the stained pixels from all nuclei at once; steps over edges cost more; the central nucleus's share is the cell. */
    private boolean[] cell(boolean[] nucleus, boolean[] dark, boolean[] stained) {
        boolean[] cell = flood(nucleus, dark, stained);
        regions.fillHoles(cell, LARGEST_HOLE);
        cell = withoutNeighbours(regions.joined(regions.open(cell, SPUR), nucleus), nucleus);
        for (int i = 0; i < cell.length; i++) {
            cell[i] |= nucleus[i];
        }
        regions.fillHoles(cell, LARGEST_HOLE);
        return cell;
    }

    /** Leaves out what hangs on the cell by a neck and holds next to nothing of the nucleus: red cells and scraps. */
    private boolean[] withoutNeighbours(boolean[] cell, boolean[] nucleus) {
        Parts parts = Parts.of(regions.depth(cell), width, height);
        int[] shared = new int[parts.count];
        for (int i = 0; i < cell.length; i++) {
            if (nucleus[i] && parts.labels[i] >= 0) {
                shared[parts.labels[i]]++;
            }
        }
        boolean[] kept = new boolean[cell.length];
        for (int i = 0; i < cell.length; i++) {
            int part = parts.labels[i];
            kept[i] = part >= 0 && shared[part] > LEAST_NUCLEUS * parts.areas[part];
        }
        return kept;
    }

    private boolean[] flood(boolean[] nucleus, boolean[] dark, boolean[] stained) {
        int bound = REACH * COST_PER_PIXEL;
        int[] cost = new int[nucleus.length];
        Arrays.fill(cost, bound);
        boolean[] mine = new boolean[nucleus.length];
        BucketQueue queue = new BucketQueue(bound);
        for (int i = 0; i < nucleus.length; i++) {
            if (nucleus[i] || dark[i]) {
                cost[i] = 0;
                mine[i] = nucleus[i];
                queue.add(i, 0);
            }
        }
        while (queue.hasNext()) {
            int paid = queue.cost();
            int i = queue.next();
            if (paid > cost[i]) {
                continue;
            }
            int x = i % width;
            for (int side = 0; side < 4; side++) {
                int other = switch (side) {
                    case 0 -> x > 0 ? i - 1 : -1;
                    case 1 -> x < width - 1 ? i + 1 : -1;
                    case 2 -> i - width;
                    default -> i + width < nucleus.length ? i + width : -1;
                };
                if (other >= 0 && stained[other]) {
                    float edge = Math.abs(maps.nuclear[i] - maps.nuclear[other]);
                    int next = paid + COST_PER_PIXEL + (int) (COST_OF_AN_EDGE * edge);
                    if (next < cost[other]) {
                        cost[other] = next;
                        mine[other] = mine[i];
                        queue.add(other, next);
                    }
                }
            }
        }
        return mine;
    }
}
