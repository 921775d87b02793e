package io.throughline.people.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.people.PeopleError;
import io.throughline.people.PersonalTokens;
import io.throughline.people.Profile;
import io.throughline.people.Profiles;
import io.throughline.people.Theme;
import io.throughline.shared.DomainException;
import io.throughline.shared.ErrorCode;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.Notices;
import io.throughline.shared.ui.PageHeader;
import jakarta.annotation.security.PermitAll;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** One's own settings, password and sessions. */
@Route(PeopleNavigation.PROFILE)
@PermitAll
class ProfileView extends Composite<Div> implements HasDynamicTitle {

    private static final Set<ErrorCode> ABOUT_PRESENT =
            Set.of(PeopleError.PASSWORD_WRONG, PeopleError.TOO_MANY_ATTEMPTS);

    private final transient Profiles profiles;
    private final transient PersonalTokens tokens;
    private final transient Texts texts;

    ProfileView(Profiles profiles, PersonalTokens tokens, Texts texts) {
        this.profiles = profiles;
        this.tokens = tokens;
        this.texts = texts;
        var profile = profiles.mine();
        getContent()
                .add(
                        new PageHeader(profile.name()).below(Kit.dim(whoIs(profile))),
                        Kit.columns(
                                Kit.stack(preferences(profile), tokens(profile.zone())),
                                Kit.stack(password(), sessions())));
    }

    private String whoIs(Profile profile) {
        var roles = profile.roles().stream()
                .sorted()
                .map(role -> Labels.of(this, role))
                .collect(Collectors.joining(", "));
        var organisation = profile.organisation().isEmpty() ? "" : " · " + profile.organisation();
        return profile.email() + " · " + roles + organisation;
    }

    private Component preferences(Profile profile) {
        var language = new LanguageSelect();
        language.setValue(profile.language());
        var theme = new Select<Theme>();
        theme.setLabel(getTranslation("people.profile.theme"));
        theme.setItems(Theme.values());
        theme.setItemLabelGenerator(value -> Labels.of(this, value));
        theme.setValue(profile.theme());
        var zone = new ComboBox<String>(getTranslation("people.profile.zone"));
        var zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        zone.setItems(query -> zones.stream()
                .filter(id -> matches(id, query.getFilter().orElse("")))
                .skip(query.getOffset())
                .limit(query.getLimit()));
        zone.setValue(profile.zone().getId());
        var save = new Button(getTranslation("action.save"), click -> {
            var chosen = zone.isEmpty() ? profile.zone() : ZoneId.of(zone.getValue());
            OwnSession.goOnAs(profiles.prefer(profile.version(), language.getValue(), theme.getValue(), chosen));
            UI.getCurrent().getPage().reload();
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        return Kit.card(getTranslation("people.profile.preferences"), Kit.stack(language, theme, zone, Kit.row(save)));
    }

    private static boolean matches(String id, String typed) {
        var wanted = typed.strip().replace(' ', '_').toLowerCase(Locale.ROOT);
        return id.toLowerCase(Locale.ROOT).contains(wanted);
    }

    private Component password() {
        var present = new SecretField(getTranslation("people.password.present"));
        present.getElement().setProperty("autocomplete", "current-password");
        present.setWidthFull();
        var wanted = new NewPassword();
        var change = new Button(
                getTranslation("people.password.change"),
                click -> wanted.agreed().ifPresent(chosen -> {
                    present.setInvalid(false);
                    try {
                        OwnSession.goOnAs(profiles.changePassword(present.getValue(), chosen));
                        present.clear();
                        wanted.clear();
                        Notices.done(getTranslation("people.password.changed"));
                    } catch (DomainException refusal) {
                        if (ABOUT_PRESENT.contains(refusal.code())) {
                            present.setErrorMessage(texts.of(refusal, getLocale()));
                            present.setInvalid(true);
                            present.focus();
                        } else {
                            wanted.refused(texts.of(refusal, getLocale()));
                        }
                    }
                }));
        return Kit.card(getTranslation("people.password"), Kit.stack(present, wanted, Kit.row(change)));
    }

    private Component sessions() {
        var out = new Button(getTranslation("people.profile.sign-out-everywhere"), click -> {
            profiles.signOutEverywhere();
            UI.getCurrent().getPage().setLocation(PeopleNavigation.LOGIN + "?bye");
        });
        return Kit.card(
                getTranslation("people.profile.sessions"),
                new Paragraph(getTranslation("people.profile.sessions.text")),
                out);
    }

    private Component tokens(ZoneId zone) {
        return new TokenCard(
                new TokenCard.Acts(
                        tokens::mine, tokens::issue, tokens::revoke, refusal -> texts.of(refusal, getLocale())),
                zone);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("people.profile.title") + " · Throughline";
    }
}
