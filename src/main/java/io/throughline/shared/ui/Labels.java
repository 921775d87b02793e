package io.throughline.shared.ui;

import com.vaadin.flow.component.Component;

/** Names of enum constants as people read them. */
public final class Labels {

    private Labels() {}

    /** The translation key: {@code enum.<EnumName>.<CONSTANT>}. */
    public static String key(Enum<?> constant) {
        return "enum." + constant.getDeclaringClass().getSimpleName() + "." + constant.name();
    }

    public static String of(Component reader, Enum<?> constant) {
        return reader.getTranslation(key(constant));
    }
}
