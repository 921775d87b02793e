package io.throughline.survey.ui.answer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import io.throughline.shared.PersonId;
import io.throughline.survey.CampaignId;
import java.util.function.Consumer;

/** Where this browser remembers the code of a ballot: nowhere else is it known. Signing out forgets it. */
@Tag("tl-ballot")
@JsModule("context://frontend/ballot.js")
class BallotMemory extends Component {

    /** @param owner so that nobody else who signs in here is given it */
    BallotMemory(PersonId owner, CampaignId campaign) {
        getElement().setAttribute("name", owner.value() + "-" + campaign.value());
    }

    /** @param heard gets the code, empty where none is remembered */
    void onRecall(Consumer<String> heard) {
        addListener(Recall.class, event -> heard.accept(event.code));
    }

    /** By way of the page, since this element may be gone by the time the browser hears of it. */
    void keep(String code) {
        UI.getCurrent()
                .getPage()
                .executeJs("try { localStorage.setItem('tl-ballot-' + $0, $1) } catch { }", name(), code);
    }

    void forget() {
        getElement().callJsFunction("forget");
    }

    private String name() {
        return getElement().getAttribute("name");
    }

    /** What is remembered, told when it is on the page. */
    @DomEvent("tl-recall")
    public static class Recall extends ComponentEvent<BallotMemory> {

        private final String code;

        public Recall(BallotMemory source, boolean fromClient, @EventData("event.detail.code") String code) {
            super(source, fromClient);
            this.code = code;
        }
    }
}
