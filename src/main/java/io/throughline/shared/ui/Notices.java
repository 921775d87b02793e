package io.throughline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/** Short words after an act: it worked (with undo where it can be undone), or why not. */
public final class Notices {

    private static final int SECONDS_SHOWN = 5;

    private Notices() {}

    public static void done(String text) {
        notification(text, NotificationVariant.SUCCESS).open();
    }

    /** @return it, to be closed where there is nothing to be undone any more */
    public static Notification undoable(Component from, String text, Runnable undo) {
        var notification = new Notification();
        notification.setDuration(SECONDS_SHOWN * 2000);
        notification.setPosition(Notification.Position.BOTTOM_START);
        var button = new Button(from.getTranslation("action.undo"), click -> {
            notification.close();
            undo.run();
        });
        notification.add(Kit.row(new Span(text), button));
        notification.open();
        return notification;
    }

    public static void refused(String text) {
        var notification = notification(text, NotificationVariant.ERROR);
        notification.setAssertive(true);
        notification.setDuration(SECONDS_SHOWN * 2000);
        notification.open();
    }

    private static Notification notification(String text, NotificationVariant variant) {
        var notification = new Notification(text, SECONDS_SHOWN * 1000, Notification.Position.BOTTOM_START);
        notification.addThemeVariants(variant);
        return notification;
    }
}
