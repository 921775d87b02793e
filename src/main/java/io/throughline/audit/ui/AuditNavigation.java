package io.throughline.audit.ui;

import org.springframework.modulith.NamedInterface;

/** Ways into the audit room. */
@NamedInterface("navigation")
public final class AuditNavigation {

    public static final String ROUTE = "audit";

    private AuditNavigation() {}
}
