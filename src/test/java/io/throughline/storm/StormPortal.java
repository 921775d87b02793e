package io.throughline.storm;

import io.throughline.Throughline;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.survey.Answering;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Campaigns;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResponseId;
import io.throughline.survey.Round;
import io.throughline.survey.Stamp;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.Surveys;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.OwnWords;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;

/**
 * The portal's services in a process to be killed. Each line of its input is a call, {@code number verb arguments}; the
 * line {@code = number result} says that it is done, durably, and {@code ! number reason} that nothing is known of it.
 */
final class StormPortal {

    static final String READY = "= ready";

    private final ApplicationContext context;
    private final Answering answering;

    private StormPortal(ApplicationContext context) {
        this.context = context;
        this.answering = context.getBean(Answering.class);
    }

    public static void main(String[] folder) throws Exception {
        var portal = new StormPortal(new SpringApplicationBuilder(Throughline.class)
                .bannerMode(org.springframework.boot.Banner.Mode.OFF)
                .run(
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        "--vaadin.productionMode=true",
                        "--logging.level.root=error",
                        "--throughline.database.folder=" + Path.of(folder[0])));
        System.out.println(READY);
        var calls = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = calls.readLine(); line != null; line = calls.readLine()) {
            var call = line.split(" ", -1);
            Thread.ofVirtual().start(() -> portal.answer(call));
        }
        // Whoever called is gone.
        System.exit(SpringApplication.exit(portal.context));
    }

    private void answer(String[] call) {
        String said;
        try {
            said = "= " + call[0] + " " + done(call);
        } catch (RuntimeException e) {
            said = "! " + call[0] + " " + e.toString().replaceAll("\\s+", " ");
        }
        System.out.println(said);
    }

    private String done(String[] call) {
        if (call[1].equals("furnish")) {
            return furnish(Integer.parseInt(call[2]), Integer.parseInt(call[3]));
        }
        var customer = new Viewer(
                new PersonId(UUID.fromString(call[2])),
                "Customer",
                Set.of(Role.CUSTOMER),
                new OrganisationId(UUID.fromString(call[3])),
                Locale.ENGLISH,
                ZoneOffset.UTC);
        var id = UUID.fromString(call[4]);
        return As.viewer(customer, () -> switch (call[1]) {
            case "start" -> answering.start(new CampaignId(id)).value().toString();
            case "submit" ->
                Integer.toString(answering.submit(new ResponseId(id)).revision());
            case "save" -> Integer.toString(save(new ResponseId(id), call));
            default -> throw new IllegalArgumentException(call[1]);
        });
    }

    private int save(ResponseId response, String[] call) {
        var value = Integer.parseInt(call[7]);
        Answer answer = call[5].equals("number")
                ? new NumberQuestion.Answer(BigDecimal.valueOf(value))
                : new OwnWords.Answer(call[7]);
        var stamp = new Stamp(UUID.fromString(call[8]), value, value - 1);
        return answering
                .save(response, new QuestionId(UUID.fromString(call[6])), answer, stamp)
                .revision();
    }

    /** People of one organisation and surveys open to them: the organisation, people, and questions with surveys. */
    private String furnish(int people, int surveys) {
        var fixtures = context.getBean(Fixtures.class);
        var organisation = fixtures.organisation();
        var number = new NumberQuestion(
                QuestionId.next(), text("How many?"), text(""), false, null, null, 0, LocalizedText.en(""));
        var words = new OwnWords(QuestionId.next(), text("What else?"), text(""), false);
        var said = new StringBuilder(organisation.value() + " " + number.id().value() + " "
                + words.id().value());
        for (int i = 0; i < people; i++) {
            said.append(' ').append(fixtures.customer(organisation).id().value());
        }
        var content = new SurveyContent(text("Storm"), text("To lose nothing."), List.of(number, words));
        var pm = fixtures.projectManager();
        for (int i = 0; i < surveys; i++) {
            said.append(' ').append(publish(pm, content, organisation).value());
        }
        return said.toString();
    }

    private CampaignId publish(Viewer pm, SurveyContent content, OrganisationId organisation) {
        var surveys = context.getBean(Surveys.class);
        return As.viewer(pm, () -> {
            var id = surveys.create(content.title());
            surveys.edit(id, surveys.detail(id).version(), content);
            var opens = Instant.now().minusSeconds(60);
            return context.getBean(Campaigns.class)
                    .publish(
                            id,
                            surveys.detail(id).version(),
                            new Round(Set.of(organisation), opens, opens.plus(Duration.ofDays(1))),
                            List.of(Locale.ENGLISH));
        });
    }

    private static LocalizedText text(String words) {
        return LocalizedText.en(words);
    }
}
