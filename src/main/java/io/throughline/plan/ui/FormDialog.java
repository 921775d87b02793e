package io.throughline.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;

/** A form in front of the page: Enter saves, Escape leaves. Refused, it stays open with everything in it. */
public class FormDialog extends Dialog {

    private final EditForm form;
    private final Button leave = new Button();

    public FormDialog(String title, EditForm form) {
        this.form = form;
        setHeaderTitle(title);
        setWidth("min(640px, 94vw)");
        setCloseOnOutsideClick(false);
        add(form);
        leave.setText(getTranslation("action.cancel"));
        leave.addClickListener(click -> close());
        getFooter().add(leave);
        addClosedListener(closed -> form.forget());
    }

    /** @param act closes nothing itself; may refuse */
    public final FormDialog saving(String label, Runnable act) {
        var save = new Button(label, click -> save(act));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(save);
        form.onEnter(() -> save(act));
        return this;
    }

    /** A quieter button at the start of the foot. */
    public final FormDialog besides(String label, Runnable act) {
        var button = new Button(label, click -> act.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        getFooter().addComponentAsFirst(button);
        return this;
    }

    /** Shows without letting anything be changed. */
    public final FormDialog readOnly() {
        leave.setText(getTranslation("action.close"));
        lock(form);
        return this;
    }

    /** One form at a time: a second click on a slow line opens no second one. */
    @Override
    public void open() {
        boolean another = UI.getCurrent()
                .getChildren()
                .anyMatch(child -> child instanceof FormDialog dialog && dialog.isOpened());
        if (!another) {
            super.open();
        }
    }

    /** Does it and closes, or says why not. */
    public final boolean save(Runnable act) {
        boolean done = form.attempt(act);
        if (done) {
            form.forget();
            close();
        }
        return done;
    }

    protected final EditForm form() {
        return form;
    }

    private static void lock(Component part) {
        if (part instanceof HasValue<?, ?> field) {
            field.setReadOnly(true);
        } else if (part instanceof Button button) {
            button.setVisible(false);
        }
        part.getChildren().forEach(FormDialog::lock);
    }
}
