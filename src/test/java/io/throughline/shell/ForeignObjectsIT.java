package io.throughline.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.change.ChangeRequests;
import io.throughline.delivery.Deliverables;
import io.throughline.people.TestAccounts;
import io.throughline.people.TestAccounts.TestAccount;
import io.throughline.plan.PlanFixtures;
import io.throughline.plan.Projects;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Role;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.FlowClient;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.Surveys;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is somebody else's answers over HTTP exactly as what doesn't exist. */
@IntegrationTest
class ForeignObjectsIT {

    private static final Pattern IDS =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(PRJ|CR)-[0-9]+");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Fixtures people;

    @Autowired
    PlanFixtures plans;

    @Autowired
    Projects projects;

    @Autowired
    ChangeRequests changes;

    @Autowired
    Deliverables deliverables;

    @Autowired
    Surveys surveys;

    @Test
    void objects_of_others_and_objects_that_don_t_exist_are_answered_alike() throws Exception {
        var pm = accounts.active(Role.PROJECT_MANAGER);
        var team = accounts.active(Role.TEAM_MEMBER);
        var customer = accounts.active(people.organisation(), Role.CUSTOMER);
        for (var address : addresses().entrySet()) {
            for (var stranger : new TestAccount[] {pm, team, customer}) {
                assertThat(answer(stranger, address.getKey()))
                        .as("%s to %s", address.getKey(), stranger.viewer().roles())
                        .isEqualTo(answer(stranger, address.getValue()));
            }
        }
    }

    /** Addresses of objects of somebody else, each with one of an object that doesn't exist. */
    private Map<String, String> addresses() {
        var world = plans.drafted();
        var submission = plans.submitted(world);
        var approvedWorld = plans.drafted();
        var baseline = plans.approved(approvedWorld);
        var addresses = new LinkedHashMap<String, String>();
        As.viewer(world.pm(), () -> {
            var key = projects.project(world.project()).key();
            var survey = surveys.create(LocalizedText.en(Fixtures.unique("Not published yet")));
            addresses.put("projects/" + key, "projects/PRJ-999999");
            addresses.put(
                    "projects/" + key + "/approval/" + submission.value(),
                    "projects/PRJ-999999/approval/" + UUID.randomUUID());
            addresses.put("drafts/" + world.draft().value(), "drafts/" + UUID.randomUUID());
            addresses.put("surveys/" + survey.value(), "surveys/" + UUID.randomUUID());
            addresses.put("surveys/" + survey.value() + "/design", "surveys/" + UUID.randomUUID() + "/design");
            addresses.put("surveys/" + survey.value() + "/preview", "surveys/" + UUID.randomUUID() + "/preview");
            addresses.put("surveys/" + survey.value() + "/publish", "surveys/" + UUID.randomUUID() + "/publish");
        });
        As.viewer(approvedWorld.pm(), () -> {
            var key = projects.project(approvedWorld.project()).key();
            var change = changes.propose(baseline, "Longer", "The provider is late.");
            var handover = deliverables.deliver(approvedWorld.project(), approvedWorld.publicMap(), "");
            addresses.put("projects/" + key + "/baselines/1", "projects/PRJ-999999/baselines/1");
            addresses.put("changes/" + changes.change(change).key(), "changes/CR-999999");
            addresses.put("deliverables/" + handover.value(), "deliverables/" + UUID.randomUUID());
            addresses.put("trace/deliverable/" + handover.value(), "trace/deliverable/" + UUID.randomUUID());
            addresses.put("trace/baseline/" + baseline.value(), "trace/baseline/" + UUID.randomUUID());
        });
        return addresses;
    }

    /** As a tree: the order of an object's properties says nothing. */
    private JsonNode answer(TestAccount stranger, String address) throws Exception {
        var tab = new FlowClient(port);
        tab.signIn(stranger.email(), TestAccounts.PASSWORD);
        var answer = tab.open(address);
        assertThat(tab.token()).isNotEmpty();
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(IDS.matcher(FlowClient.stripped(answer.body())).replaceAll("#"));
    }
}
