package org.medulla.vision.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstLookTest {
    @Test
    void aLeadOfTheBestLogitSettlesTheClassWhereverItStands() {
        assertThat(FirstLook.isSure(new float[] {1, 3, 2.5f})).isTrue();
        assertThat(FirstLook.isSure(new float[] {3, 2.5f, -9})).isTrue();
        assertThat(FirstLook.isSure(new float[] {-4, -3, -2.5f})).isTrue();
    }

    @Test
    void twoLogitsNearEachOtherLeaveDoubtUnlessAThirdLeads() {
        assertThat(FirstLook.isSure(new float[] {1, 3, 2.875f})).isFalse();
        assertThat(FirstLook.isSure(new float[] {3, 3})).isFalse();
        assertThat(FirstLook.isSure(new float[] {1, 1, 4})).isTrue();
    }
}
