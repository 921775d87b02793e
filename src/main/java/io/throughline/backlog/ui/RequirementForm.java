package io.throughline.backlog.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import io.throughline.backlog.BacklogError;
import io.throughline.backlog.RequirementContent;
import io.throughline.backlog.RequirementDetail;
import io.throughline.backlog.Requirements;
import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;
import io.throughline.shared.ui.Kit;
import java.util.function.Consumer;

/**
 * Writes a requirement. Stays open, with everything typed, while it is refused; where somebody else changed the same
 * fields meanwhile, both values are shown and the person decides field by field.
 */
class RequirementForm extends Dialog {

    private final RequirementFields fields;
    private final ConflictNote conflict = new ConflictNote();

    private RequirementForm(String title, RequirementFields fields, Runnable save) {
        this.fields = fields;
        setHeaderTitle(title);
        setWidth("min(760px, 94vw)");
        setCloseOnOutsideClick(false);
        add(Kit.stack(conflict, fields));
        var button = new Button(getTranslation("action.save"), click -> save.run());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), button);
    }

    /** @param act stores a new one; without a need behind it the reason is obligatory */
    static RequirementForm create(Consumer<RequirementContent> act) {
        var fields = new RequirementFields(null);
        var form = new RequirementForm[1];
        form[0] = new RequirementForm(fields.getTranslation("backlog.requirement.new"), fields, () -> {
            form[0].marking(() -> act.accept(fields.content()));
            form[0].close();
        });
        return form[0];
    }

    /** @param done told in words that it is stored */
    static RequirementForm edit(Requirements requirements, RequirementDetail shown, Consumer<String> done) {
        var fields = new RequirementFields(shown.content());
        var base = new Base(shown);
        var form = new RequirementForm[1];
        form[0] = new RequirementForm(shown.key(), fields, () -> {
            if (form[0].store(requirements, base)) {
                form[0].close();
                done.accept(fields.getTranslation("backlog.edited", shown.key()));
            }
        });
        return form[0];
    }

    /** Marks the field a refusal is about. */
    private void marking(Runnable act) {
        try {
            act.run();
        } catch (DomainException refused) {
            if (refused.code() == BacklogError.NEED_OR_REASON) {
                fields.requireReason();
            }
            throw refused;
        }
    }

    /** What the person's changes are changes of. */
    private static final class Base {
        private RequirementDetail seen;

        Base(RequirementDetail seen) {
            this.seen = seen;
        }
    }

    private boolean store(Requirements requirements, Base base) {
        var mine = fields.content();
        try {
            marking(() -> requirements.reword(base.seen.id(), base.seen.version(), base.seen.content(), mine));
            return true;
        } catch (DomainException refused) {
            if (refused.code() != BacklogError.CHANGED_MEANWHILE && refused.code() != CommonError.STALE) {
                throw refused;
            }
            var before = base.seen.content();
            base.seen = requirements.detail(base.seen.id());
            conflict.show(before, base.seen.content(), mine, fields);
            return false;
        }
    }
}
