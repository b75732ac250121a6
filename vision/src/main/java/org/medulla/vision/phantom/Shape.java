package org.medulla.vision.phantom;

/** A region of the plane, given by the distance to its border in pixels: negative inside. */
sealed interface Shape {

    /** The distance of a point to the border, exact near it. */
    double distance(double x, double y);

    /** A rectangle that holds the shape. */
    Box box();

    /** A rectangle, in pixels. */
    record Box(double left, double top, double right, double bottom) {
        Box around(Box other) {
            return new Box(
                    Math.min(left, other.left),
                    Math.min(top, other.top),
                    Math.max(right, other.right),
                    Math.max(bottom, other.bottom));
        }
    }

    /** An ellipse. */
    record Oval(double x, double y, double halfLength, double halfWidth, double cosine, double sine) implements Shape {
        static Oval of(double x, double y, double halfLength, double halfWidth, double angle) {
            return new Oval(x, y, halfLength, halfWidth, StrictMath.cos(angle), StrictMath.sin(angle));
        }

        @Override
        public double distance(double px, double py) {
            double u = ((px - x) * cosine + (py - y) * sine) / halfLength;
            double v = ((py - y) * cosine - (px - x) * sine) / halfWidth;
            double reach = Math.sqrt(u * u + v * v);
            double gradient = Math.sqrt(u * u / (halfLength * halfLength) + v * v / (halfWidth * halfWidth));
            return gradient < 1e-9 ? -Math.min(halfLength, halfWidth) : reach * (reach - 1) / gradient;
        }

        @Override
        public Box box() {
            double reach = Math.max(halfLength, halfWidth);
            return new Box(x - reach, y - reach, x + reach, y + reach);
        }
    }

    /**
     * A tube of changing radius along a line of points: a bent nucleus, a lobed one, a hair.
     *
     * @param points x, y and radius of each point, one after the other
     * @param softness how far the parts flow into each other, in pixels
     */
    record Tube(Points points, double softness) implements Shape {
        @Override
        public double distance(double px, double py) {
            double[] at = points.values;
            double result = Double.MAX_VALUE;
            for (int i = 0; i + 5 < at.length; i += 3) {
                double fromX = px - at[i];
                double fromY = py - at[i + 1];
                double dx = at[i + 3] - at[i];
                double dy = at[i + 4] - at[i + 1];
                double along = (fromX * dx + fromY * dy) / Math.max(1e-9, dx * dx + dy * dy);
                double share = Math.max(0, Math.min(1, along));
                double ox = fromX - share * dx;
                double oy = fromY - share * dy;
                double near = result + softness + Math.max(at[i + 2], at[i + 5]);
                if (near > 0 && ox * ox + oy * oy > near * near) {
                    continue;
                }
                double part = Math.sqrt(ox * ox + oy * oy) - at[i + 2] - share * (at[i + 5] - at[i + 2]);
                result = union(result, part, softness);
            }
            return result;
        }

        @Override
        public Box box() {
            double[] at = points.values;
            Box box = new Box(at[0], at[1], at[0], at[1]);
            for (int i = 0; i < at.length; i += 3) {
                double radius = at[i + 2] + softness;
                box = box.around(new Box(at[i] - radius, at[i + 1] - radius, at[i] + radius, at[i + 1] + radius));
            }
            return box;
        }
    }

    /** Points of a tube, out of reach of others. */
    final class Points {
        private final double[] values;

        Points(double... values) {
            this.values = values.clone();
        }
    }

    /** Two shapes grown together. */
    record Union(Shape one, Shape other, double softness) implements Shape {
        @Override
        public double distance(double x, double y) {
            return union(one.distance(x, y), other.distance(x, y), softness);
        }

        @Override
        public Box box() {
            return one.box().around(other.box());
        }
    }

    /** A shape with another cut out of it. */
    record Cut(Shape whole, Shape missing, double softness) implements Shape {
        @Override
        public double distance(double x, double y) {
            return -union(-whole.distance(x, y), missing.distance(x, y), softness);
        }

        @Override
        public Box box() {
            return whole.box();
        }
    }

    /** The polynomial smooth minimum of two distances (Quilez). */
    private static double union(double one, double other, double softness) {
        double overlap = Math.max(softness - Math.abs(one - other), 0) / softness;
        return Math.min(one, other) - overlap * overlap * softness * 0.25;
    }
}
