package org.medulla.cytology.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Cells that were read more than once, each as the pairs of classes that two of its readings gave; together they weigh 1. */
final class PairedCells {
    private final List<String> classes;
    private final List<Cell> cells;

    /** One pair of classes, by their numbers, and how many pairs of readings gave it. */
    private record Pair(int left, int right, long count) {}

    /** The classes that a cell's readings gave, by their numbers, and their pairs. */
    private record Cell(List<Integer> said, List<Pair> pairs) {}

    private PairedCells(List<List<String>> saidOfCells, Function<List<Integer>, List<Pair>> pairs) {
        classes = saidOfCells.stream().flatMap(List::stream).distinct().sorted().toList();
        cells = saidOfCells.stream()
                .map(said -> said.stream().map(classes::indexOf).toList())
                .map(said -> new Cell(said, pairs.apply(said)))
                .toList();
    }

    /** One pair for each cell that both readers read. */
    static PairedCells between(Readings readings, String first, String second) {
        return new PairedCells(
                readings.byCell().values().stream()
                        .filter(cell -> cell.containsKey(first) && cell.containsKey(second))
                        .map(cell -> List.of(cell.get(first), cell.get(second)))
                        .toList(),
                said -> List.of(new Pair(said.getFirst(), said.getLast(), 1)));
    }

    /** For each cell with at least two readings, each two of them both ways round. */
    static PairedCells among(Readings readings) {
        return new PairedCells(
                readings.byCell().values().stream()
                        .filter(cell -> cell.size() > 1)
                        .map(cell -> List.copyOf(cell.values()))
                        .toList(),
                PairedCells::allPairs);
    }

    private static List<Pair> allPairs(List<Integer> said) {
        List<Pair> pairs = new ArrayList<>();
        List<Integer> distinct = said.stream().distinct().toList();
        for (int left : distinct) {
            for (int right : distinct) {
                long count = votes(said, left) * (votes(said, right) - (left == right ? 1 : 0));
                if (count > 0) {
                    pairs.add(new Pair(left, right, count));
                }
            }
        }
        return List.copyOf(pairs);
    }

    private static long votes(List<Integer> said, int code) {
        return said.stream().filter(other -> other == code).count();
    }

    List<String> classes() {
        return classes;
    }

    int size() {
        return cells.size();
    }

    /** How many readings the cells have. */
    long readings() {
        return cells.stream().mapToLong(cell -> cell.said().size()).sum();
    }

    /** How many readings gave a class. */
    long readings(int code) {
        return cells.stream().mapToLong(cell -> votes(cell.said(), code)).sum();
    }

    /** How many cells have a reading with a class. */
    long cellsWith(int code) {
        return cells.stream().filter(cell -> cell.said().contains(code)).count();
    }

    /** The mean over the cells of the shares of their pairs, each cell counted as often as stated. */
    JointShares shares(int[] times) {
        double[][] joint = new double[classes.size()][classes.size()];
        for (int number = 0; number < times.length; number++) {
            List<Pair> pairs = cells.get(number).pairs();
            long all = 0;
            for (Pair pair : pairs) {
                all += pair.count();
            }
            for (Pair pair : pairs) {
                joint[pair.left()][pair.right()] += times[number] * ((double) pair.count() / all);
            }
        }
        return new JointShares(joint);
    }

    /** All pairs of all cells. */
    ReadingPairs table() {
        long[][] counts = new long[classes.size()][classes.size()];
        for (Cell cell : cells) {
            cell.pairs().forEach(pair -> counts[pair.left()][pair.right()] += pair.count());
        }
        return new ReadingPairs(
                classes,
                IntStream.range(0, counts.length)
                        .mapToObj(row -> LongStream.of(counts[row]).boxed().toList())
                        .toList());
    }
}
