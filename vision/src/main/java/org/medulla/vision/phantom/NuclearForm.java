package org.medulla.vision.phantom;

/** The shape of a nucleus before its size, place and turn are known. */
sealed interface NuclearForm {

    /**
     * Puts the form into a cell.
     *
     * @param x middle of the nucleus in pixels
     * @param y middle of the nucleus in pixels
     * @param radius of the circle of the same area, in pixels
     * @param room of the cell around the middle of the nucleus, in pixels
     * @param angle its turn
     * @param dice for what differs between two nuclei of one form
     */
    Shape place(double x, double y, double radius, double room, double angle, Dice dice);

    /** Round to oval. */
    record Round(double elongation) implements NuclearForm {
        @Override
        public Shape place(double x, double y, double radius, double room, double angle, Dice dice) {
            double stretch = Math.sqrt(elongation);
            return Shape.Oval.of(x, y, radius * stretch, radius / stretch, angle);
        }
    }

    /**
     * A sausage bent to an arc: bean-shaped when thick and short, a band when thin and long, segmented where constricted.
     *
     * @param spread how much of a circle it bends around, in radians
     * @param thickness half its width by the radius of the circle of the same area
     * @param constriction how deep the waists between its lobes are, from 0 to 1 (threads)
     * @param lobes how many parts the waists make
     */
    record Bent(double spread, double thickness, double constriction, int lobes) implements NuclearForm {
        private static final int STEPS_PER_LOBE = 4;

        @Override
        public Shape place(double x, double y, double radius, double room, double angle, Dice dice) {
            double half = thickness * radius;
            // Area of a sausage: its length times its width, and a circle at the ends; waists take some away.
            double fullness = 1 - 0.45 * constriction;
            double length =
                    Math.max(0.1 * radius, (Math.PI * radius * radius / fullness - Math.PI * half * half) / (2 * half));
            double widest = Math.max(0.3 * half, 0.9 * room - half);
            double around = Math.min(5.6, Math.max(spread, length / widest));
            double bend = Math.min(widest, length / around);
            int steps = STEPS_PER_LOBE * lobes;
            double[] points = new double[3 * (steps + 1)];
            double[] lobeSize = new double[lobes];
            double[] lobeShift = new double[lobes];
            for (int lobe = 0; lobe < lobes; lobe++) {
                lobeSize[lobe] = lobes > 1 ? dice.uniform(0.88, 1.15) : 1;
                lobeShift[lobe] = constriction * half * dice.normal(0, 0.55);
            }
            double middleX = 0;
            double middleY = 0;
            for (int i = 0; i <= steps; i++) {
                double along = (double) i / steps;
                int lobe = Math.min(lobes - 1, i / STEPS_PER_LOBE);
                double inLobe =
                        lobes == 1 ? 0 : Math.abs((double) (i - lobe * STEPS_PER_LOBE) / STEPS_PER_LOBE - 0.5) * 2;
                boolean end = i == 0 || i == steps;
                double waist = end ? 0.25 * constriction : constriction * inLobe * inLobe * inLobe;
                double turn = angle + around * (along - 0.5);
                double away = bend + lobeShift[lobe] * (1 - inLobe);
                points[3 * i] = away * StrictMath.cos(turn);
                points[3 * i + 1] = away * StrictMath.sin(turn);
                points[3 * i + 2] = half * lobeSize[lobe] * (1 - waist);
                middleX += points[3 * i] / (steps + 1);
                middleY += points[3 * i + 1] / (steps + 1);
            }
            for (int i = 0; i <= steps; i++) {
                points[3 * i] += x - middleX;
                points[3 * i + 1] += y - middleY;
            }
            return new Shape.Tube(new Shape.Points(points), Math.max(1.5, 0.25 * half * (1 - constriction)));
        }
    }

    /**
     * Lobes that lie anyhow, each tied to the one before by a thread.
     *
     * @param lobes how many
     * @param constriction how thin the threads are, to 1 (not seen)
     */
    record Lobed(int lobes, double constriction) implements NuclearForm {
        @Override
        public Shape place(double x, double y, double radius, double room, double angle, Dice dice) {
            double lobe = radius / Math.sqrt(lobes) * 0.92;
            double away = Math.min(room - 1.15 * lobe, 1.05 * radius);
            double first = dice.angle();
            Shape shape = Shape.Oval.of(x, y, 1, 1, 0);
            double lastX = 0;
            double lastY = 0;
            for (int i = 0; i < lobes; i++) {
                double turn = first + (dice.chance(0.5) ? 1 : 0.85) * 2 * Math.PI * i / lobes + dice.normal(0, 0.22);
                double out = Math.max(0, away * dice.uniform(0.55, 1.0));
                double lobeX = x + out * StrictMath.cos(turn);
                double lobeY = y + out * StrictMath.sin(turn);
                double length = lobe * dice.uniform(0.2, 0.75);
                double lean = turn + Math.PI / 2 + dice.normal(0, 0.6);
                double half = lobe * dice.uniform(0.72, 0.95);
                Shape part = new Shape.Tube(
                        new Shape.Points(
                                lobeX - length * StrictMath.cos(lean),
                                lobeY - length * StrictMath.sin(lean),
                                half,
                                lobeX + length * StrictMath.cos(lean),
                                lobeY + length * StrictMath.sin(lean),
                                half * dice.uniform(0.75, 1.1)),
                        1);
                if (i == 0) {
                    shape = part;
                } else {
                    double thread = Math.max(0.9, half * 0.5 * (1 - constriction));
                    Shape tie = new Shape.Tube(new Shape.Points(lastX, lastY, thread, lobeX, lobeY, thread), 1);
                    shape = new Shape.Union(shape, new Shape.Union(part, tie, 2.5), 2.5);
                }
                lastX = lobeX;
                lastY = lobeY;
            }
            return shape;
        }
    }

    /**
     * Round with clefts cut into the border.
     *
     * @param clefts how many
     * @param depth of each, by the radius
     */
    record Cleft(double elongation, int clefts, double depth) implements NuclearForm {
        @Override
        public Shape place(double x, double y, double radius, double room, double angle, Dice dice) {
            Shape shape = new Round(elongation).place(x, y, radius * 1.03, room, angle, dice);
            for (int i = 0; i < clefts; i++) {
                double turn = dice.angle();
                double inner = radius * (1.05 - depth * dice.uniform(0.6, 1.2));
                double bend = dice.normal(0, 0.25);
                Shape cleft = new Shape.Tube(
                        new Shape.Points(
                                x + 1.3 * radius * StrictMath.cos(turn),
                                y + 1.3 * radius * StrictMath.sin(turn),
                                0.14 * radius,
                                x + inner * StrictMath.cos(turn + bend),
                                y + inner * StrictMath.sin(turn + bend),
                                0.015 * radius),
                        1);
                shape = new Shape.Cut(shape, cleft, 0.15 * radius);
            }
            return shape;
        }
    }

    /** Several lobes heaped together, as in megakaryocytes, and in nuclei that break apart. */
    record Heaped(int parts, double looseness) implements NuclearForm {
        @Override
        public Shape place(double x, double y, double radius, double room, double angle, Dice dice) {
            double part = radius / Math.sqrt(parts) * 1.15;
            double first = dice.angle();
            Shape shape = Shape.Oval.of(x, y, part, part * 0.9, angle);
            for (int i = 1; i < parts; i++) {
                double turn = first + 2 * Math.PI * i / (parts - 1) + dice.normal(0, 0.3);
                double away = part * (0.75 + looseness) * dice.uniform(0.85, 1.15);
                Shape lobe = Shape.Oval.of(
                        x + away * StrictMath.cos(turn),
                        y + away * StrictMath.sin(turn),
                        part * dice.uniform(0.85, 1.2),
                        part * dice.uniform(0.7, 0.95),
                        dice.angle());
                shape = new Shape.Union(shape, lobe, 0.3 * part);
            }
            return shape;
        }
    }
}
