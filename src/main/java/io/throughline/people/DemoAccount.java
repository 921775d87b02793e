package io.throughline.people;

import io.throughline.shared.Role;
import java.util.Set;

/** An account of the demo, with its published password. */
public record DemoAccount(String name, String email, String password, Set<Role> roles) {}
