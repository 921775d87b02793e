package io.throughline.change;

/** Addresses of this room's pages, relative to the application. */
final class ChangeLinks {

    private ChangeLinks() {}

    static String change(String key) {
        return "changes/" + key;
    }
}
