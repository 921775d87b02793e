package io.throughline.survey.question.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockDesignTest {

    /** Parameters of balanced designs that are known to exist (Handbook of Combinatorial Designs, table II.1). */
    @ParameterizedTest
    @CsvSource({
        "4, 2, 3",
        "5, 2, 4",
        "6, 3, 5",
        "7, 3, 3",
        "8, 4, 7",
        "9, 3, 4",
        "10, 4, 6",
        "11, 5, 5",
        "13, 3, 6",
        "13, 4, 4",
        "15, 3, 7",
        "15, 7, 7",
        "16, 4, 5",
        "19, 3, 9",
        "21, 5, 5",
        "25, 4, 8",
        "25, 5, 6",
        "28, 4, 9",
        "31, 6, 6"
    })
    void balancedWhereABalancedDesignExists(int items, int perSet, int times) {
        var design = BlockDesign.of(items, perSet, times);

        assertThat(design.sets()).hasSize(items * times / perSet);
        assertThat(design.shown()).containsOnly(times);
        assertThat(design.rarestPair()).isEqualTo(times * (perSet - 1) / (items - 1));
        assertThat(design.balanced()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"8, 3, 3", "12, 4, 3", "16, 5, 5", "17, 4, 4", "20, 5, 4", "30, 5, 3"})
    void asEvenAsCanBeElsewhere(int items, int perSet, int atLeast) {
        var design = BlockDesign.of(items, perSet, atLeast);

        assertThat(design.sets())
                .allSatisfy(set -> assertThat(set).hasSize(perSet).doesNotHaveDuplicates());
        assertThat(design.shown()).containsOnly(design.shown()[0]);
        assertThat(design.shown()[0]).isGreaterThanOrEqualTo(atLeast);
        assertThat(design.balanced()).isFalse();
        assertThat(design.commonestPair() - design.rarestPair()).isLessThanOrEqualTo(2);
    }

    @Test
    void theSameRequestGivesTheSameDesign() {
        assertThat(BlockDesign.of(17, 4, 4)).isEqualTo(BlockDesign.of(17, 4, 4));
    }

    @Test
    void aSetAsLargeAsTheListIsRefused() {
        assertThatThrownBy(() -> BlockDesign.of(5, 5, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
