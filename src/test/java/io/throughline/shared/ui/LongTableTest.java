package io.throughline.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import io.throughline.shared.Ids;
import io.throughline.shared.ui.LongTable.Cell;
import io.throughline.shared.ui.LongTable.Column;
import io.throughline.shared.ui.LongTable.Page;
import io.throughline.shared.ui.LongTable.Row;
import io.throughline.support.ViewTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LongTableTest extends ViewTest {

    /** No service gives more at once, whatever it is asked for. */
    private static final int AT_ONCE = 200;

    private final List<Row> all =
            Stream.generate(() -> Row.of(Ids.next(), Cell.of("one"))).limit(250).toList();

    private final List<Row> given = new ArrayList<>();
    private LongTable table;

    @BeforeEach
    void aTable() {
        signIn(fixtures.manager());
        table = new LongTable("All", List.of(Column.text("Name")), this::page);
        UI.getCurrent().add(table);
    }

    @Test
    void drawing_it_anew_draws_everything_that_was_shown() {
        table.refresh();
        more();
        more();
        assertThat(given).isEqualTo(all);
        given.clear();
        table.refresh();
        assertThat(given).isEqualTo(all);
    }

    /** A browser has no button for more where there are none; whoever asks all the same makes no later drawing dearer. */
    @Test
    void more_than_there_is_can_not_be_asked_for() {
        table.refresh();
        for (int i = 0; i < 20; i++) {
            more();
        }
        assertThat(given).isEqualTo(all);
    }

    private void more() {
        ComponentUtil.fireEvent(table, new LongTable.More(table, true));
    }

    private Page page(int offset, int limit) {
        assertThat(offset).isLessThanOrEqualTo(all.size() + 100);
        var rows = all.stream().skip(offset).limit(Math.min(limit, AT_ONCE)).toList();
        given.addAll(rows);
        return new Page(rows, all.size());
    }
}
