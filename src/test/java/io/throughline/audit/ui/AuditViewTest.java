package io.throughline.audit.ui;

import static com.github.mvysny.kaributesting.v10.GridKt._get;
import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.router.QueryParameters;
import io.throughline.audit.AuditLine;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.support.As;
import io.throughline.support.ViewTest;
import io.throughline.survey.NeedBox;
import io.throughline.survey.question.OwnWords;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AuditViewTest extends ViewTest {

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    NeedBox box;

    @Test
    void entries_read_as_sentences_in_the_reader_s_language() {
        var viewer = fixtures.administrator();
        var customer = fixtures.customer();
        did(
                viewer,
                Act.of(
                        ActKind.ACCOUNT_DISABLED,
                        new ObjectRef("person", customer.id().value())));
        open(viewer, "audit");
        assertThat(sentence(0)).isEqualTo(viewer.name() + " disabled the account “" + customer.name() + "”");
        UI.getCurrent().setLocale(Locale.GERMAN);
        UI.getCurrent().navigate("");
        UI.getCurrent().navigate("audit");
        assertThat(sentence(0)).isEqualTo(viewer.name() + " hat das Konto „" + customer.name() + "“ gesperrt");
    }

    @Test
    void of_many_objects_the_first_ones_are_named_and_the_others_counted() {
        var viewer = fixtures.administrator();
        var people = Stream.generate(() -> fixtures.customer().id().value())
                .limit(8)
                .map(id -> new ObjectRef("person", id))
                .toArray(ObjectRef[]::new);
        did(viewer, Act.of(ActKind.PEOPLE_IMPORTED, people));
        open(viewer, "audit");
        assertThat(sentence(0)).endsWith(" and 3 more");
    }

    /** In an address anything may stand. */
    @Test
    void a_year_no_calendar_goes_to_is_no_failure() {
        var viewer = fixtures.customer();
        did(
                viewer,
                Act.of(
                        ActKind.NEED_TOLD,
                        new ObjectRef("expression", viewer.id().value())));
        open(viewer, "audit");
        for (var to : List.of("+999999999-12-31", "+12000-01-01")) {
            UI.getCurrent().navigate("audit", QueryParameters.simple(Map.of("from", "-999999999-01-01", "to", to)));
            assertThat(_size(grid())).as(to).isEqualTo(1);
            assertThat(_find(DatePicker.class))
                    .as("what no picker can show")
                    .hasSize(2)
                    .allMatch(DatePicker::isEmpty);
        }
    }

    @Test
    void own_words_are_called_by_their_beginning_and_only_to_who_may_read_them() {
        var customer = fixtures.customer();
        var request = UUID.randomUUID();
        As.viewer(customer, () -> box.tell(request, new OwnWords.Answer("The ramp at the library is closed, again.")));
        var told = customer.name() + " told a need: “The ramp at the library is closed, again.”";

        open(customer, "audit");
        assertThat(sentence(0)).isEqualTo(told);
        assertThat(new Sentences(grid(), java.time.ZoneOffset.UTC).href(_get(grid(), 0)))
                .isEqualTo("my-needs");
        open(fixtures.projectManager(), "audit");
        UI.getCurrent().navigate("audit", QueryParameters.of("act", "NEED_TOLD"));
        assertThat(sentences()).contains(told);
        open(fixtures.customer(), "audit");
        assertThat(sentences()).isEmpty();
        open(fixtures.administrator(), "audit");
        UI.getCurrent().navigate("audit", QueryParameters.of("act", "NEED_TOLD"));
        assertThat(sentences()).doesNotContain(told);
    }

    @Test
    void the_address_carries_act_and_period() {
        var viewer = fixtures.customer();
        did(
                viewer,
                Act.of(
                        ActKind.NEED_TOLD,
                        new ObjectRef("expression", viewer.id().value())));
        did(
                viewer,
                Act.of(
                        ActKind.RESPONSE_SUBMITTED,
                        new ObjectRef("response", viewer.id().value())));
        open(viewer, "audit");
        assertThat(_size(grid())).isEqualTo(2);
        UI.getCurrent().navigate("audit", QueryParameters.of("act", "NEED_TOLD"));
        assertThat(_size(grid())).isEqualTo(1);
        UI.getCurrent().navigate("audit", QueryParameters.simple(Map.of("act", "NEED_TOLD", "to", "2000-01-01")));
        assertThat(_size(grid())).isZero();
    }

    @Test
    void a_long_trail_is_read_to_its_end_page_by_page() {
        var viewer = fixtures.customer();
        for (int i = 0; i < 130; i++) {
            did(
                    viewer,
                    Act.of(
                            ActKind.NEED_TOLD,
                            new ObjectRef("expression", viewer.id().value())));
        }
        open(viewer, "audit");
        assertThat(_size(grid())).isEqualTo(130);
        assertThat(List.of(
                        _get(grid(), 0).id(),
                        _get(grid(), 99).id(),
                        _get(grid(), 129).id()))
                .doesNotHaveDuplicates();
    }

    private void open(Viewer viewer, String path) {
        signIn(viewer);
        UI.getCurrent().navigate(path);
    }

    @SuppressWarnings("unchecked")
    private Grid<AuditLine> grid() {
        return _get(Grid.class);
    }

    private List<String> sentences() {
        return IntStream.range(0, _size(grid())).mapToObj(this::sentence).toList();
    }

    private String sentence(int row) {
        return new Sentences(grid(), java.time.ZoneOffset.UTC).of(_get(grid(), row));
    }

    private void did(Viewer viewer, Act act) {
        As.viewer(
                viewer,
                () -> new TransactionTemplate(transactions).executeWithoutResult(status -> events.publishEvent(act)));
    }
}
