package io.throughline.survey.ui.figure;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.throughline.survey.question.Nps;
import io.throughline.survey.question.stats.ByWeighting;
import java.util.List;

/** Net promoter score: promoters less detractors, and who stands where. */
class NpsResult extends Composite<Div> {

    private record Group(String name, int from, int to, ByWeighting share) {}

    NpsResult(Nps.Result result, QuestionResult shown) {
        var figures = shown.figures();
        var counts = result.steps().counts();
        var groups = List.of(
                new Group(
                        getTranslation("surveys.nps.promoters", Nps.PROMOTER_FROM, Nps.GREATEST),
                        Nps.PROMOTER_FROM,
                        Nps.GREATEST,
                        result.promoters()),
                new Group(
                        getTranslation("surveys.nps.passives", Nps.DETRACTOR_TO + 1, Nps.PROMOTER_FROM - 1),
                        Nps.DETRACTOR_TO + 1,
                        Nps.PROMOTER_FROM - 1,
                        result.passives()),
                new Group(
                        getTranslation("surveys.nps.detractors", 0, Nps.DETRACTOR_TO),
                        0,
                        Nps.DETRACTOR_TO,
                        result.detractors()));
        getContent()
                .add(shown.pictured(
                        shown.chart(
                                getTranslation("surveys.share"),
                                groups.stream().map(Group::name).toList(),
                                groups.stream().map(Group::share).toList()),
                        shown.overall(
                                getTranslation("surveys.caption.nps"),
                                getTranslation("surveys.nps"),
                                by -> figures.net(
                                        result.score().by(by), result.errors().get(by))),
                        shown.shared(
                                getTranslation("surveys.caption.nps.groups"),
                                getTranslation("surveys.nps.group"),
                                groups,
                                group -> new Span(group.name()),
                                group -> counts.subList(group.from(), group.to() + 1).stream()
                                        .mapToInt(Integer::intValue)
                                        .sum(),
                                Group::share),
                        shown.disagreement(
                                result.steps().organisations(), result.steps().disagreement(), figures::decimal)));
    }
}
