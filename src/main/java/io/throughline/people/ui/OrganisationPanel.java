package io.throughline.people.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import io.throughline.people.OrganisationDetail;
import io.throughline.people.Organisations;
import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.ui.DecimalField;
import io.throughline.shared.ui.Kept;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Notices;
import java.math.BigDecimal;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One organisation, each field saved by its own button, since different people may change them. */
class OrganisationPanel extends Composite<Div> {

    private final TextField name = new TextField(getTranslation("people.organisation.name"));
    private final TextField segment = new TextField(getTranslation("people.organisation.segment"));
    private final BigDecimalField weight = new DecimalField(getTranslation("people.organisation.weight"));

    private OrganisationPanel() {
        name.setMaxLength(200);
        segment.setMaxLength(100);
        segment.setHelperText(getTranslation("people.organisation.segment.hint"));
        weight.setHelperText(getTranslation("people.organisation.weight.hint"));
    }

    static OrganisationPanel empty(BiConsumer<String, String> create, Runnable made) {
        var panel = new OrganisationPanel();
        var kept = Kept.in(panel.getContent(), "organisation/new")
                .text("name", panel.name)
                .text("segment", panel.segment);
        var submit = new Button(panel.getTranslation("people.organisation.create"), click -> {
            create.accept(panel.name.getValue(), panel.segment.getValue());
            kept.forget();
            made.run();
        });
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        panel.getContent()
                .add(Kit.card(
                        panel.getTranslation("people.organisation.new"),
                        Kit.stack(panel.name, panel.segment, Kit.row(submit))));
        return panel;
    }

    static OrganisationPanel of(
            OrganisationDetail detail, Organisations organisations, Viewer viewer, Runnable changed) {
        var panel = new OrganisationPanel();
        var id = detail.info().id();
        panel.name.setValue(detail.info().name());
        panel.segment.setValue(detail.info().segment());
        panel.weight.setValue(detail.info().weight().stripTrailingZeros());
        var kept = Kept.in(panel.getContent(), "organisation/" + id.value())
                .text("name", panel.name)
                .text("segment", panel.segment)
                .choice("weight", panel.weight, BigDecimal::toPlainString, OrganisationPanel::number);
        var content = Kit.stack();
        content.add(panel.line(
                panel.name,
                viewer.is(Role.ADMINISTRATOR),
                () -> {
                    organisations.rename(id, detail.version(), panel.name.getValue());
                    kept.forget("name");
                },
                changed));
        content.add(panel.line(
                panel.segment,
                true,
                () -> {
                    organisations.moveToSegment(id, detail.version(), panel.segment.getValue());
                    kept.forget("segment");
                },
                changed));
        content.add(panel.line(
                panel.weight,
                viewer.is(Role.MANAGER),
                () -> {
                    organisations.weigh(id, detail.version(), required(panel.weight));
                    kept.forget("weight");
                },
                changed));
        panel.getContent().add(Kit.card(detail.info().name(), content));
        return panel;
    }

    private static BigDecimal required(BigDecimalField weight) {
        var value = weight.getValue();
        if (value == null) {
            throw new DomainException(CommonError.REQUIRED, "people.organisation.weight");
        }
        return value;
    }

    private static @Nullable BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private <F extends Component & HasValue<?, ?> & HasSize> Div line(
            F field, boolean allowed, Runnable act, Runnable changed) {
        field.setReadOnly(!allowed);
        field.setWidthFull();
        if (!allowed) {
            return Kit.div("tl-people-line", field);
        }
        var save = new Button(getTranslation("action.save"), click -> {
            act.run();
            Notices.done(getTranslation("people.saved"));
            changed.run();
        });
        return Kit.div("tl-people-line", field, save);
    }
}
