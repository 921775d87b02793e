package io.throughline.plan.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.shared.Effort;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Money;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PlanJsonTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void whatIsWrittenIsReadAgain(long seed) {
        var plan = new Plans(seed).any();

        assertThat(PlanJson.read(PlanJson.text(plan))).as("seed %d", seed).isEqualTo(plan);
        assertThat(PlanJson.hash(PlanJson.read(PlanJson.text(plan)))).isEqualTo(PlanJson.hash(plan));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void operationsAreReadAgain(long seed) {
        var plans = new Plans(seed);
        var plan = plans.any();
        var operations = PlanDiff.operations(plan, plans.variant(plan));

        assertThat(PlanJson.readOperations(PlanJson.text(operations))).isEqualTo(operations);
    }

    @Test
    void theStoredFormNeverChangesUnderItsSchemaNumber() {
        var calendar =
                WorkCalendar.weekdays(new CalendarId(new UUID(0, 1)), "Weekdays", Set.of(LocalDate.of(2026, 12, 25)));
        var stage = new Stage(new StageId(new UUID(0, 2)), "S-1", "Build", "none", 1);
        var task = Plans.task(new TaskId(new UUID(0, 3)), "T-1", stage.id(), 2);
        var plan = new PlanContent(
                new PlanHeader(
                        "Work",
                        LocalizedText.en("Works").with(Locale.GERMAN, "Bauten"),
                        "EUR",
                        Money.of("10.5"),
                        Effort.ofDays(1),
                        LocalDate.of(2026, 1, 5),
                        calendar.id()),
                List.of(calendar),
                List.of(),
                List.of(),
                List.of(stage),
                List.of(task),
                List.of(new Milestone(
                        new MilestoneId(new UUID(0, 4)),
                        "M-1",
                        "€",
                        null,
                        List.of(Link.finishToStart(task.id())),
                        null,
                        null)),
                List.of(new Deliverable(
                        new DeliverableId(new UUID(0, 5)),
                        "D-1",
                        "Map",
                        LocalizedText.en("Map of works").with(Locale.GERMAN, "Karte der Bauten"),
                        stage.id(),
                        null,
                        Set.of(),
                        List.of())),
                List.of());

        assertThat(PlanJson.text(plan))
                .isEqualTo("{\"budgetLines\":[],\"calendars\":[{\"from\":\"08:00:00\",\"holidays\":[\"2026-12-25\"],"
                        + "\"id\":\"00000000-0000-0000-0000-000000000001\",\"kind\":\"calendar\","
                        + "\"name\":\"Weekdays\",\"to\":\"16:00:00\",\"workingDays\":[\"MONDAY\",\"TUESDAY\","
                        + "\"WEDNESDAY\",\"THURSDAY\",\"FRIDAY\"]}],\"deliverables\":[{\"code\":\"D-1\",\"criteria\":[],"
                        + "\"id\":\"00000000-0000-0000-0000-000000000005\",\"kind\":\"deliverable\",\"name\":\"Map\","
                        + "\"publicName\":{\"de\":\"Karte der Bauten\",\"en\":\"Map of works\"},\"requirements\":[],"
                        + "\"stage\":\"00000000-0000-0000-0000-000000000002\"}],\"grades\":[],"
                        + "\"header\":{\"budget\":\"10.50\",\"calendar\":\"00000000-0000-0000-0000-000000000001\","
                        + "\"capacity\":\"8.00\",\"currency\":\"EUR\",\"name\":\"Work\","
                        + "\"publicName\":{\"de\":\"Bauten\",\"en\":\"Works\"},\"start\":\"2026-01-05\"},"
                        + "\"milestones\":[{\"code\":\"M-1\",\"id\":\"00000000-0000-0000-0000-000000000004\","
                        + "\"kind\":\"milestone\",\"links\":[{\"from\":\"task:00000000-0000-0000-0000-000000000003\","
                        + "\"kind\":\"FS\",\"lag\":\"0.00\"}],\"name\":\"€\"}],\"schema\":2,\"scope\":[],"
                        + "\"stages\":[{\"businessImplications\":\"none\",\"code\":\"S-1\","
                        + "\"id\":\"00000000-0000-0000-0000-000000000002\",\"kind\":\"stage\",\"name\":\"Build\","
                        + "\"order\":1}],\"tasks\":[{\"code\":\"T-1\",\"duration\":\"2.00\",\"effort\":\"16.00\","
                        + "\"id\":\"00000000-0000-0000-0000-000000000003\",\"kind\":\"task\",\"links\":[],"
                        + "\"name\":\"work\",\"order\":0,\"requirements\":[],"
                        + "\"stage\":\"00000000-0000-0000-0000-000000000002\"}]}");
    }

    @Test
    void equalPlansHaveEqualBytesInWhateverOrderTheyCame() {
        var plan = new Plans(7).any();
        var reversed = new PlanContent(
                plan.header(),
                plan.calendars().reversed(),
                plan.grades().reversed(),
                plan.scope().reversed(),
                plan.stages().reversed(),
                plan.tasks().reversed(),
                plan.milestones().reversed(),
                plan.deliverables().reversed(),
                plan.budgetLines().reversed());

        assertThat(PlanJson.bytes(reversed)).isEqualTo(PlanJson.bytes(plan));
    }

    @Test
    void olderSchemasAreBroughtUpStepByStep() {
        var plan = new Plans(3).any();
        var old = PlanJson.text(plan).replace("\"schema\":2", "\"schema\":0").replace("\"grades\":", "\"levels\":");

        var read = PlanJson.read(old, 2, Map.of(0, tree -> tree, 1, tree -> {
            tree.set("grades", tree.remove("levels"));
            return tree;
        }));

        assertThat(read).isEqualTo(plan);
        assertThatThrownBy(() -> PlanJson.read(old)).isInstanceOf(UnreadablePlanException.class);
    }

    /** What was approved stands as it was written, and is read by whoever comes later. */
    @Test
    void theOneNameOfADeliverableForCustomersBecomesTheEnglishOne() {
        var plan = new Plans(3).any();
        var written = PlanJson.text(plan)
                .replace("\"schema\":2", "\"schema\":1")
                .replace("\"publicName\":{\"en\":\"public\"}", "\"publicName\":\"public\"");

        assertThat(written).contains("\"publicName\":\"public\"");
        assertThat(PlanJson.read(written)).isEqualTo(plan);
    }

    @Test
    void whatWasDoneToADeliverableBeforeItWasNamedInLanguagesCanBeTakenBack() {
        var before = new Plans(3).any().deliverables().getFirst();
        var operations = List.<PlanOperation>of(
                new PlanOperation.Change(before, before.withCriteria(List.of())),
                new PlanOperation.Add(before),
                new PlanOperation.Remove(before));
        var written =
                PlanJson.text(operations).replace("\"publicName\":{\"en\":\"public\"}", "\"publicName\":\"public\"");

        assertThat(written).doesNotContain("{\"en\"");
        assertThat(PlanJson.readOperations(written)).isEqualTo(operations);
    }

    @Test
    void aNewerSchemaOrAnUnknownFieldIsNotGuessedAt() {
        var text = PlanJson.text(new Plans(3).any());

        assertThatThrownBy(() -> PlanJson.read(text.replace("\"schema\":2", "\"schema\":3")))
                .isInstanceOf(UnreadablePlanException.class);
        assertThatThrownBy(() -> PlanJson.read(text.replace("\"grades\":", "\"levels\":")))
                .isInstanceOf(UnreadablePlanException.class);
        assertThatThrownBy(() -> PlanJson.read("[]")).isInstanceOf(UnreadablePlanException.class);
    }

    @Test
    void canonicalFormIsThatOfTheStandard() {
        // RFC 8785, section 3.2.2 and 3.2.3: escapes, and keys sorted by UTF-16 code units.
        var tree = JsonMapper.shared()
                .readTree(
                        "{\"\\u20ac\":\"Euro\",\"\\r\":\"CR\",\"\\ufb33\":\"Dalet\",\"1\":\"One\","
                                + "\"\\ud83d\\ude00\":\"Smile\",\"\\u0080\":\"Control\",\"\\u00f6\":\"O\","
                                + "\"s\":\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\",\"l\":[null,true,false]}");

        assertThat(new String(CanonicalJson.bytes(tree), StandardCharsets.UTF_8))
                .isEqualTo("{\"\\r\":\"CR\",\"1\":\"One\",\"l\":[null,true,false],"
                        + "\"s\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\",\"\u0080\":\"Control\",\"ö\":\"O\",\"€\":\"Euro\","
                        + "\"\uD83D\uDE00\":\"Smile\",\"\uFB33\":\"Dalet\"}");
    }
}
