package io.throughline.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.annotation.EnableVaadin;
import io.throughline.Throughline;
import io.throughline.shared.Id;
import io.throughline.shared.ui.Kept;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The house plan, as far as a machine can check it. */
class StructureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.throughline");

    private static final List<String> SURVEY = List.of(
            "design",
            "campaign",
            "lineage",
            "answer",
            "count",
            "ballot",
            "results",
            "removal",
            "intake",
            "export",
            "start",
            "port",
            "ui");

    private static final Map<String, String> SURVEY_DOOR = Map.ofEntries(
            Map.entry("Campaigns", "campaign"),
            Map.entry("PersonalAccess", "campaign"),
            Map.entry("Answering", "answer"),
            Map.entry("MyResponses", "answer"),
            Map.entry("NeedBox", "answer"),
            Map.entry("ExpressionTexts", "answer"),
            Map.entry("ExpressionOrigins", "answer"),
            Map.entry("AskedItems", "answer"),
            Map.entry("SurveyResults", "results"),
            Map.entry("SharedResults", "results"),
            Map.entry("Waves", "results"),
            Map.entry("ResponseImport", "intake"),
            Map.entry("GivenElsewhere", "intake"),
            Map.entry("RespondentLinks", "intake"),
            Map.entry("Surveys", "start"),
            Map.entry("CampaignRequests", "start"));

    private static final List<String> PEOPLE =
            List.of("settings", "organisation", "account", "signin", "link", "intake", "port", "start", "ui");

    private static final Map<String, String> PEOPLE_DOOR = Map.ofEntries(
            Map.entry("Organisations", "account"),
            Map.entry("Customers", "account"),
            Map.entry("People", "account"),
            Map.entry("PersonalTokens", "account"),
            Map.entry("SignIn", "signin"),
            Map.entry("TokenDoor", "signin"),
            Map.entry("DemoAccounts", "signin"),
            Map.entry("Profiles", "link"),
            Map.entry("OneTimeLinks", "link"),
            Map.entry("Accounts", "link"),
            Map.entry("PeopleImport", "intake"));

    private static final List<String> PLAN = List.of("project", "draft", "baseline", "submission", "port", "ui");

    private static final Map<String, String> PLAN_DOOR = Map.ofEntries(
            Map.entry("Projects", "draft"),
            Map.entry("Drafts", "draft"),
            Map.entry("Scoping", "draft"),
            Map.entry("Baselines", "baseline"),
            Map.entry("PlanApprovals", "submission"),
            Map.entry("Amendments", "submission"));

    private static final List<String> SURVEY_SCREENS = List.of(
            "condition", "answer", "preview", "design", "version", "campaign", "intake", "figure", "start", "results");

    @Test
    void a_room_calls_only_rooms_printed_above_it_and_only_through_their_doors() {
        ApplicationModules.of(Throughline.class).verify();
    }

    @Test
    void every_service_is_authorised() {
        classes()
                .that()
                .areAnnotatedWith(Service.class)
                .should()
                .beAnnotatedWith(PreAuthorize.class)
                .check(HOUSE);
    }

    @Test
    void services_speak_records_and_ids_never_entities_streams_or_components() {
        classes()
                .that()
                .areAnnotatedWith(Service.class)
                .should(new ArchCondition<>("have plain signatures") {
                    @Override
                    public void check(JavaClass service, ConditionEvents events) {
                        service.getMethods().stream()
                                .filter(m ->
                                        m.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC))
                                .forEach(method -> method.getAllInvolvedRawTypes().stream()
                                        .filter(StructureTest::isNoBoundaryType)
                                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                                method, method.getFullName() + " shows " + type.getName()))));
                    }
                })
                .check(HOUSE);
    }

    private static boolean isNoBoundaryType(JavaClass type) {
        return type.isAnnotatedWith(jakarta.persistence.Entity.class)
                || type.getPackageName().startsWith("com.vaadin")
                || type.isAssignableTo(java.util.stream.BaseStream.class);
    }

    @Test
    void views_are_package_private() {
        classes().that().areAnnotatedWith(Route.class).should().notBePublic().check(HOUSE);
    }

    @Test
    void views_stand_where_the_start_looks_for_them() {
        var places = Throughline.class.getAnnotation(EnableVaadin.class).value();
        classes()
                .that()
                .areAnnotatedWith(Route.class)
                .or()
                .areAssignableTo(HasErrorParameter.class)
                .or()
                .areAssignableTo(AppShellConfigurator.class)
                .should()
                .resideInAnyPackage(Stream.of(places).map(place -> place + "..").toArray(String[]::new))
                .check(HOUSE);
    }

    @Test
    void time_comes_from_an_injected_clock() {
        noClasses()
                .that()
                .resideInAPackage("io.throughline..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .check(HOUSE);
    }

    /** Signs nobody sees are blank as well: TypedText knows them. What programs and settings say may be read plainly. */
    @Test
    void whether_people_wrote_something_is_read_in_one_way() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.throughline.shared.database",
                        "io.throughline.shared.web",
                        "io.throughline.survey.foreign",
                        "io.throughline.survey.intake..",
                        "io.throughline.survey.ui.intake",
                        "io.throughline.api")
                .and()
                .doNotBelongToAnyOf(Kept.class)
                .should()
                .callMethod(String.class, "isBlank")
                .check(HOUSE);
    }

    @Test
    void nothing_is_read_by_java_deserialisation() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(java.io.ObjectInputStream.class)
                .check(HOUSE);
    }

    @Test
    void ids_are_records() {
        classes().that().implement(Id.class).should().beRecords().check(HOUSE);
    }

    @Test
    void inner_rooms_of_people_use_only_those_before_them() {
        classes()
                .that()
                .resideInAPackage("io.throughline.people..")
                .should(new InnerRooms("io.throughline.people", PEOPLE, PEOPLE_DOOR))
                .check(HOUSE);
    }

    @Test
    void inner_rooms_of_plans_use_only_those_before_them() {
        classes()
                .that()
                .resideInAPackage("io.throughline.plan..")
                .should(new InnerRooms("io.throughline.plan", PLAN, PLAN_DOOR))
                .check(HOUSE);
    }

    @Test
    void inner_rooms_of_the_survey_use_only_those_before_them() {
        classes()
                .that()
                .resideInAPackage("io.throughline.survey..")
                .should(new InnerRooms("io.throughline.survey", SURVEY, SURVEY_DOOR))
                .check(HOUSE);
    }

    @Test
    void screens_of_the_survey_use_only_those_before_them() {
        classes()
                .that()
                .resideInAPackage("io.throughline.survey.ui..")
                .should(new InnerRooms("io.throughline.survey.ui", SURVEY_SCREENS, Map.of()))
                .check(HOUSE);
    }

    @Test
    void the_order_of_inner_rooms_is_one_that_can_be_broken() {
        var broken = classes()
                .that()
                .resideInAPackage("io.throughline.survey..")
                .should(new InnerRooms("io.throughline.survey", SURVEY.reversed(), SURVEY_DOOR))
                .evaluate(HOUSE);
        assertThat(broken.hasViolation()).isTrue();
    }

    @Test
    void inner_rooms_do_not_use_each_others_repositories() {
        classes()
                .that()
                .areAssignableTo(Repository.class)
                .should(new ArchCondition<>("be used in their own package, or at the door of their room") {
                    @Override
                    public void check(JavaClass repository, ConditionEvents events) {
                        repository.getDirectDependenciesToSelf().stream()
                                .filter(use -> !mayKeep(use.getOriginClass().getPackageName(), repository))
                                .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
                    }
                })
                .check(HOUSE);
    }

    private static boolean mayKeep(String user, JavaClass repository) {
        var own = repository.getPackageName();
        return user.equals(own) || user.equals(own.substring(0, own.lastIndexOf('.'))) && user.split("\\.").length == 3;
    }
}
