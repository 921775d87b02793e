package io.throughline.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.throughline.support.SentForm;
import org.junit.jupiter.api.Test;

class PlainUploadTest {

    private static final long MOST = 1_000;

    @Test
    void a_form_with_files_in_it_is_refused_as_the_sender_s_fault() throws Exception {
        var small = new LimitedUpload(MOST, bytes -> fail("nothing is taken"));
        var large = new LargeUpload(new FileLimit(MOST), (file, name) -> fail("nothing is taken"));

        assertThat(SentForm.to(small)).isEqualTo(415);
        assertThat(SentForm.to(large)).isEqualTo(415);
    }
}
