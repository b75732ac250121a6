package org.medulla.laboratory.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.job.MedullaException;

class OrderedWorkTest {
    @Test
    void resultsComeInTheOrderOfTheItemsHoweverLateTheFirstIs() {
        CountDownLatch secondIsDone = new CountDownLatch(1);
        List<Integer> results = new ArrayList<>();
        new OrderedWork("Testing", 2, 8)
                .run(
                        IntStream.range(0, 100).iterator(),
                        item -> {
                            if (item == 0) {
                                await(secondIsDone);
                            }
                            if (item == 1) {
                                secondIsDone.countDown();
                            }
                            return item;
                        },
                        results::add);
        assertThat(results).isEqualTo(IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void noMoreItemsAreBegunThanTheBoundAllows() {
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger handedOn = new AtomicInteger();
        new OrderedWork("Testing", 2, 5)
                .run(
                        IntStream.range(0, 200).iterator(),
                        item -> begun.incrementAndGet(),
                        result -> assertThat(begun.get()).isLessThanOrEqualTo(handedOn.getAndIncrement() + 5));
        assertThat(handedOn).hasValue(200);
    }

    @Test
    void whatTheWorkThrowsReachesTheCaller() {
        assertThatThrownBy(() -> OrderedWork.onAllCores("Testing")
                        .run(
                                List.of(1).iterator(),
                                item -> {
                                    throw MedullaException.data("Item 1 is broken.");
                                },
                                result -> {}))
                .isInstanceOf(MedullaException.class)
                .hasMessage("Item 1 is broken.");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
