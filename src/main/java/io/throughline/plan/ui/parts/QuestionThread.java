package io.throughline.plan.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import io.throughline.plan.Post;
import io.throughline.plan.Post.Kind;
import io.throughline.shared.PersonId;
import io.throughline.shared.TypedText;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Missing;
import io.throughline.shared.ui.Moment;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** What who decides asked and what came back, the oldest first; whoever may answer writes below it. */
public class QuestionThread extends Composite<Div> {

    private static final int LONGEST = 4000;

    public QuestionThread(List<Post> posts, Function<PersonId, String> names, ZoneId zone) {
        getContent().addClassName("plan-thread");
        posts.forEach(post -> getContent().add(said(post, names.apply(post.by()), zone)));
    }

    /** @param answer may refuse by throwing; the text then stays */
    public QuestionThread answering(Consumer<String> answer) {
        var label = getTranslation("approval.answer");
        var text = new TextArea(label);
        text.setWidthFull();
        text.setMaxLength(LONGEST);
        text.setMinHeight("6em");
        var send = new Button(getTranslation("approval.answer.send"), click -> {
            if (TypedText.showsNothing(text.getValue())) {
                Missing.say(text);
                return;
            }
            answer.accept(text.getValue().strip());
        });
        send.addThemeVariants(ButtonVariant.PRIMARY);
        getContent().add(text, send);
        return this;
    }

    private Component said(Post post, String name, ZoneId zone) {
        var question = post.kind() == Kind.QUESTION;
        var words = new Span(post.text());
        words.addClassName("plan-said");
        var said = Kit.div(
                "plan-post",
                Kit.row(
                        new Span(getTranslation(question ? "approval.asked" : "approval.answered", name)),
                        new Moment(post.at(), zone)),
                words);
        said.getElement().setAttribute("data-kind", question ? "question" : "answer");
        return said;
    }
}
