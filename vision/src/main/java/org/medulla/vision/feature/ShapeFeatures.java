package org.medulla.vision.feature;

import org.medulla.vision.segmentation.Lobes;

/** Size and form of nucleus and cell. */
final class ShapeFeatures {
    private ShapeFeatures() {}

    static void add(MeasuredCell cell, FeatureList list) {
        Region nucleus = Region.of(cell.nucleus, cell.width, cell.height);
        Region whole = Region.of(cell.cell, cell.width, cell.height);
        Lobes lobes = Lobes.of(cell.mask);
        double microns = cell.micronsPerPixel;
        list.add("nuclear area, square microns", nucleus.area() * microns * microns);
        list.add("cell area, square microns", whole.area() * microns * microns);
        list.add("nuclear diameter, microns", nucleus.diameter() * microns);
        list.add("cell diameter, microns", whole.diameter() * microns);
        list.add("N:C ratio", nucleus.area() / whole.area());
        list.add("nuclear roundness", nucleus.roundness());
        list.add("nuclear solidity", nucleus.solidity());
        list.add("nuclear eccentricity", nucleus.eccentricity());
        list.add("nuclear axis ratio", nucleus.shortAxis() / nucleus.longAxis());
        list.add("nuclear spread", nucleus.longAxis() * nucleus.shortAxis() * Math.PI / 4 / nucleus.area());
        list.add("nuclear outline irregularity", nucleus.radialDeviation());
        list.add("nuclear lobes", lobes.count());
        list.add("largest nuclear lobe, share", lobes.largestShare());
        list.add("nuclear depth beside a disc", 2 * lobes.radius() / nucleus.diameter());
        list.add("cell roundness", whole.roundness());
        list.add("cell solidity", whole.solidity());
        list.add("cell eccentricity", whole.eccentricity());
        list.add("cell outline irregularity", whole.radialDeviation());
        list.add("cell outline on the frame, share", whole.onFrame());
        list.add(
                "nucleus off the cell's middle",
                Math.hypot(nucleus.x() - whole.x(), nucleus.y() - whole.y()) / whole.diameter());
    }
}
