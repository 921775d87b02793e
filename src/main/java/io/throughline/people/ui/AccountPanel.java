package io.throughline.people.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.throughline.people.AccountDetail;
import io.throughline.people.AccountState;
import io.throughline.people.Accounts;
import io.throughline.people.IssuedLink;
import io.throughline.people.Organisations;
import io.throughline.shared.DomainException;
import io.throughline.shared.Viewer;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.Moment;
import io.throughline.shared.ui.Notices;
import io.throughline.shared.ui.Tone;
import java.util.Locale;
import java.util.function.Function;

/** One account: what it is, what may be changed about it, and the links it may need. */
class AccountPanel extends Composite<Div> {

    private final transient AccountDetail account;
    private final transient Accounts accounts;
    private final transient Runnable changed;

    AccountPanel(
            AccountDetail account,
            Accounts accounts,
            Organisations organisations,
            Viewer viewer,
            Function<DomainException, String> words,
            Runnable changed) {
        this.account = account;
        this.accounts = accounts;
        this.changed = changed;
        getContent()
                .add(Kit.card(
                        account.name(),
                        Kit.stack(
                                Kit.row(
                                        badge(),
                                        Kit.dim(getTranslation("people.since")),
                                        new Moment(account.created(), viewer.zone())),
                                waiting(viewer),
                                fields(organisations, words),
                                acts(viewer))));
    }

    static String tone(AccountState state) {
        return toneOf(state).name().toLowerCase(Locale.ROOT);
    }

    static String icon(AccountState state) {
        return switch (state) {
            case INVITED -> "…";
            case ACTIVE -> "✓";
            case DISABLED -> "✕";
        };
    }

    private static Tone toneOf(AccountState state) {
        return switch (state) {
            case INVITED -> Tone.INFO;
            case ACTIVE -> Tone.OK;
            case DISABLED -> Tone.BAD;
        };
    }

    private Component badge() {
        return new Badge(toneOf(account.state()), icon(account.state()), Labels.of(this, account.state()));
    }

    private Component waiting(Viewer viewer) {
        var box = new Div();
        var since = account.resetRequested();
        if (since != null) {
            box.addClassName("tl-people-handover");
            var release = new Button(
                    getTranslation("people.reset.release"), click -> hand(accounts.releaseReset(account.id())));
            release.addThemeVariants(ButtonVariant.PRIMARY);
            var dismiss = new Button(getTranslation("people.reset.dismiss"), click -> {
                accounts.dismissReset(account.id());
                changed.run();
            });
            box.add(
                    new Paragraph(getTranslation("people.reset.waits")),
                    Kit.row(release, dismiss, new Moment(since, viewer.zone())));
        }
        box.setVisible(since != null);
        return box;
    }

    private Component fields(Organisations organisations, Function<DomainException, String> words) {
        var fields = new AccountFields(organisations, words);
        fields.show(account);
        var kept = fields.kept("account/" + account.id().value() + "/" + account.version());
        var save = new Button(getTranslation("action.save"), click -> {
            var wanted = fields.value();
            if (!fields.accept(accounts.problems(wanted, account.id()))) {
                return;
            }
            accounts.change(account.id(), account.version(), wanted);
            kept.forget();
            Notices.done(getTranslation("people.saved"));
            changed.run();
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        return Kit.stack(fields, Kit.row(save));
    }

    private Component acts(Viewer viewer) {
        var acts = Kit.row();
        switch (account.state()) {
            case INVITED ->
                acts.add(new Button(
                        getTranslation("people.invite"),
                        click -> hand(accounts.invite(account.id(), account.version()))));
            case ACTIVE -> {
                if (account.resetRequested() == null) {
                    acts.add(new Button(
                            getTranslation("people.reset.release"),
                            click -> hand(accounts.releaseReset(account.id()))));
                }
            }
            case DISABLED ->
                acts.add(new Button(getTranslation("people.enable"), click -> {
                    accounts.enable(account.id(), account.version());
                    changed.run();
                }));
        }
        if (account.state() != AccountState.DISABLED && !account.id().equals(viewer.id())) {
            acts.add(disable());
        }
        return acts;
    }

    private Component disable() {
        var disable = new Button(getTranslation("people.disable"), click -> {
            accounts.disable(account.id(), account.version());
            changed.run();
            Notices.undoable(this, getTranslation("people.disabled", account.name()), () -> {
                accounts.detail(account.id()).ifPresent(now -> accounts.enable(now.id(), now.version()));
                changed.run();
            });
        });
        disable.addThemeVariants(ButtonVariant.ERROR);
        return disable;
    }

    private void hand(IssuedLink link) {
        changed.run();
        // The panel is another one now; the link is shown in a dialog, since it exists only here.
        var dialog = new Dialog(new LinkToHandOn(link));
        dialog.setHeaderTitle(getTranslation("people.handover.link"));
        dialog.setWidth("min(560px, 94vw)");
        dialog.getFooter().add(new Button(getTranslation("action.close"), click -> dialog.close()));
        dialog.open();
    }
}
