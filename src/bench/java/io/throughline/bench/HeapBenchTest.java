package io.throughline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapBenchTest {

    @Test
    void the_collectors_fillings_are_nobodys() {
        assertThat(HeapBench.liveBytes("""
                 num     #instances         #bytes  class name (module)
                -------------------------------------------------------
                   1:         90000        9000000  [B (java.base@25)
                   2:            12        4000000  [Ljdk.internal.vm.FillerElement; (java.base@25)
                   3:             3             72  jdk.internal.vm.FillerObject (java.base@25)
                Total         90015       13000072
                """)).isEqualTo(9_000_000);
    }
}
