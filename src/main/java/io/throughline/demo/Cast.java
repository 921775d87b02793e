package io.throughline.demo;

import io.throughline.people.DemoAccounts;
import io.throughline.people.OrganisationInfo;
import io.throughline.people.Organisations;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The people of the demo: one of each role, a second manager, and a customer in each of the six districts. */
@Component
class Cast {

    static final String PASSWORD = "one unbroken line";
    private static final int DISTRICTS = 6;

    private final DemoAccounts accounts;
    private final Organisations organisations;

    Cast(DemoAccounts accounts, Organisations organisations) {
        this.accounts = accounts;
        this.organisations = organisations;
    }

    /** @param customers one of each district, in the districts' order */
    record Players(
            Viewer administrator,
            Viewer projectManager,
            Viewer manager,
            Viewer teamMember,
            List<Viewer> customers,
            List<OrganisationInfo> districts) {}

    Players enter() {
        var customerAccounts = new ArrayList<Viewer>();
        var pm = account("Robin Okafor (example)", "pm", Role.PROJECT_MANAGER, null);
        var manager = account("Mira Lindqvist (example)", "manager", Role.MANAGER, null);
        account("Jonas Weber (example)", "manager2", Role.MANAGER, null);
        var team = account("Sam Duarte (example)", "team", Role.TEAM_MEMBER, null);
        var administrator = account("Ada Novak (example)", "admin", Role.ADMINISTRATOR, null);
        var districts = districts(administrator);
        for (var number = 1; number <= DISTRICTS; number++) {
            customerAccounts.add(account(
                    "Resident of District %d (example)".formatted(number),
                    number == 1 ? "customer" : "customer" + number,
                    Role.CUSTOMER,
                    districts.get(number - 1).id()));
        }
        return new Players(administrator, pm, manager, team, customerAccounts, districts);
    }

    private List<OrganisationInfo> districts(Viewer administrator) {
        return Acting.as(administrator, () -> {
            var ids = new ArrayList<OrganisationId>();
            for (var number = 1; number <= DISTRICTS; number++) {
                ids.add(organisations.create("District " + number, "District " + number));
            }
            var infos = organisations.byIds(ids);
            return ids.stream().map(infos::get).toList();
        });
    }

    private Viewer account(String name, String login, Role role, @Nullable OrganisationId organisation) {
        var roles = Set.of(role);
        var id = accounts.create(name, login + "@demo.example", roles, organisation, PASSWORD);
        return new Viewer(id, name, roles, organisation, Locale.ENGLISH, ZoneOffset.UTC);
    }
}
