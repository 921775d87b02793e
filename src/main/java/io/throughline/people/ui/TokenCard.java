package io.throughline.people.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.throughline.people.PersonalTokens;
import io.throughline.people.PersonalTokens.Issued;
import io.throughline.people.TokenInfo;
import io.throughline.people.TokenScope;
import io.throughline.shared.DomainException;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.Notices;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One's tokens for programs: those there are, with what they may do; making one, seen this once; revoking. */
class TokenCard extends Composite<Div> {

    private static final int USUAL_DAYS = 90;

    private final transient Acts acts;
    private final ZoneId zone;
    private final Div fresh = new Div();
    private final UnorderedList list = new UnorderedList();
    private final TextField name = new TextField();
    private final CheckboxGroup<TokenScope> scopes = new CheckboxGroup<>();
    private final IntegerField days = new IntegerField();
    private final Paragraph wrong = new Paragraph();

    /** @param words of a refusal */
    record Acts(
            Supplier<List<TokenInfo>> mine,
            Issue issue,
            Consumer<UUID> revoke,
            Function<DomainException, String> words) {}

    /** Makes a token. */
    interface Issue {
        Issued issue(String name, Set<TokenScope> scopes, int days);
    }

    TokenCard(Acts acts, ZoneId zone) {
        this.acts = acts;
        this.zone = zone;
        list.addClassNames("tl-list", "tl-people-tokens");
        fresh.getElement().setAttribute("role", "status");
        wrong.addClassName("tl-people-wrong");
        wrong.getElement().setAttribute("role", "alert");
        getContent()
                .add(Kit.card(
                        getTranslation("people.tokens"),
                        new Paragraph(getTranslation("people.tokens.text")),
                        fresh,
                        list,
                        form()));
        show();
    }

    private Component form() {
        name.setLabel(getTranslation("people.tokens.name"));
        name.setMaxLength(100);
        name.setWidthFull();
        scopes.setLabel(getTranslation("people.tokens.scopes"));
        scopes.setItems(TokenScope.values());
        scopes.setItemLabelGenerator(scope -> Labels.of(this, scope));
        days.setLabel(getTranslation("people.tokens.days"));
        days.setMin(1);
        days.setMax(PersonalTokens.MOST_DAYS);
        days.setStepButtonsVisible(true);
        days.setWidth("min(180px, 100%)");
        days.setManualValidation(true);
        days.setValue(USUAL_DAYS);
        var make = new Button(getTranslation("people.tokens.make"), click -> make());
        return Kit.stack(name, scopes, days, wrong, Kit.row(make));
    }

    private void make() {
        wrong.setText("");
        var lasts = days.getValue();
        try {
            var issued = acts.issue().issue(name.getValue(), scopes.getValue(), lasts == null ? 0 : lasts);
            name.clear();
            scopes.clear();
            fresh.removeAll();
            fresh.add(new SecretShown(issued.secret()));
            show();
        } catch (DomainException refusal) {
            wrong.setText("! " + acts.words().apply(refusal));
        }
    }

    private void show() {
        list.removeAll();
        var mine = acts.mine().get();
        list.setVisible(!mine.isEmpty());
        mine.forEach(token -> list.add(item(token)));
    }

    private ListItem item(TokenInfo token) {
        var revoke = new Button(getTranslation("people.tokens.revoke"), click -> {
            acts.revoke().accept(token.id());
            fresh.removeAll();
            show();
            name.focus();
            Notices.done(getTranslation("people.tokens.revoked", token.name()));
        });
        revoke.addThemeVariants(ButtonVariant.ERROR, ButtonVariant.TERTIARY);
        revoke.setAriaLabel(getTranslation("people.tokens.revoke.label", token.name()));
        var does = token.scopes().stream()
                .sorted()
                .map(scope -> Labels.of(this, scope))
                .collect(Collectors.joining(", "));
        var until = getTranslation("people.tokens.until", token.start(), day(token.expiresAt()), used(token));
        return new ListItem(Kit.stack(new Span(token.name()), Kit.dim(does), Kit.dim(until)), revoke);
    }

    private String used(TokenInfo token) {
        @Nullable Instant last = token.lastUsedAt();
        return last == null ? getTranslation("people.tokens.unused") : getTranslation("people.tokens.used", day(last));
    }

    private String day(Instant instant) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(getLocale())
                .format(instant.atZone(zone));
    }
}
