package io.throughline.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Meta;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/** What every page loads: the theme, our tokens and kit, each room's own styles. */
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://frontend/styles/throughline.css")
@StyleSheet("context://frontend/styles/people.css")
@StyleSheet("context://frontend/styles/survey.css")
@StyleSheet("context://frontend/styles/backlog.css")
@StyleSheet("context://frontend/styles/plan.css")
@StyleSheet("context://frontend/styles/change.css")
@StyleSheet("context://frontend/styles/delivery.css")
@StyleSheet("context://frontend/styles/trace.css")
@StyleSheet("context://frontend/styles/audit.css")
@ColorScheme(ColorScheme.Value.LIGHT_DARK)
@Viewport("width=device-width, initial-scale=1")
@Meta(name = "referrer", content = "same-origin")
class AppShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings page) {
        page.addLink("icon", "frontend/icon.svg");
    }
}
