package io.throughline.demo;

import java.util.List;

/** The city's services in German: the source has English only. */
final class CityServices {

    private static final List<String> GERMAN = List.of(
            "Polizei",
            "Feuerwehr und Rettungsdienst",
            "Unterhalt von Straßen, Gehwegen und Infrastruktur",
            "Müllabfuhr",
            "Städtische Wasserversorgung",
            "Dienste im Wohnviertel",
            "Parks und Freizeitangebote",
            "Gesundheitsamt",
            "Flughafen",
            "Der städtische Auskunftsdienst 311",
            "Stadtgericht",
            "Service der städtischen Beschäftigten",
            "Wie die Stadt die Öffentlichkeit unterrichtet",
            "Regenwasser und Entwässerung",
            "Öffentlicher Nahverkehr",
            "Stadtplanung und Stadtentwicklung");

    private CityServices() {}

    /** @param code 1–16, as in the items file */
    static String german(String code) {
        return GERMAN.get(Integer.parseInt(code) - 1);
    }
}
