package org.medulla.vision.familiarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CentreGroupsTest {
    @Test
    void cellsOfOneClassFromOneSourceHaveACentreAndAFewStrayOnesDoNot() {
        CentreGroups groups = CentreGroups.of(List.of(1, 0, 0, 1, 0, 0, 1, 2), List.of(1, 0, 1, 1, 0, 1, 0, 0), 2);
        // Class 0 from both sources, class 1 from the second, class 2 with its only cell.
        assertThat(groups.sources()).containsExactly(0, 1, 1, 0);
        assertThat(groups.members(List.of("a", "b", "c", "d", "e", "f", "g", "h")))
                .containsExactly("b", "e", "c", "f", "a", "d", "h");
        assertThat(groups.ofMembers()).containsExactly(0, 0, 1, 1, 2, 2, 3);
    }

    @Test
    void theNearestCentreTellsWhatIsExpected() {
        Origins origins = new Origins(
                List.of(new KnownSource("a", List.of(1.0, 0.25)), new KnownSource("b", List.of(0.0, 0.75))),
                List.of(1, 0));
        assertThat(origins.expectations().get(0)).containsExactly((float) Math.log(0.05), (float) Math.log(0.75));
        assertThat(origins.expectations().get(1)).containsExactly(0, (float) Math.log(0.25));
        assertThatThrownBy(() -> new Origins(origins.sources(), List.of(2))).hasMessageContaining("none");
        assertThatThrownBy(() -> new KnownSource("a", List.of(1.5))).hasMessageContaining("between 0 and 1");
    }
}
