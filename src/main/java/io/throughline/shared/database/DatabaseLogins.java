package io.throughline.shared.database;

import io.throughline.shared.database.DatabaseProperties.Login;

/** How to reach the database, whichever it is. */
public record DatabaseLogins(String url, Login app, Login owner) {}
