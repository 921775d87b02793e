package io.throughline.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.internal.nodefeature.ElementPropertyMap;
import com.vaadin.flow.internal.nodefeature.PropertyChangeDeniedException;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalFieldTest {

    private final DecimalField field = new DecimalField("Weight");

    @BeforeEach
    void english() {
        field.setLocale(Locale.ENGLISH);
    }

    @Test
    void a_number_as_people_write_it_is_taken() throws Exception {
        type("-12345678901234567890.0123456789");
        assertThat(field.getValue()).isEqualByComparingTo("-12345678901234567890.0123456789");
    }

    /** No browser sends these; whoever does would have the server write them out. */
    @ParameterizedTest
    @ValueSource(strings = {"1e400", "1e-400", "1e2147483647", "1e-2147483647", "9e31"})
    void a_number_nobody_could_write_out_is_none(String number) throws Exception {
        type(number);
        assertThat(field.getValue()).isNull();
    }

    private void type(String text) throws PropertyChangeDeniedException {
        field.getElement()
                .getNode()
                .getFeature(ElementPropertyMap.class)
                .deferredUpdateFromClient("value", text)
                .run();
    }
}
