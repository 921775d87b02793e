package io.throughline.plan;

import io.throughline.support.Fixtures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Plans of a test's own, and what is done with them. */
abstract class PlanCase {

    @Autowired
    PlanFixtures plans;

    @Autowired
    Fixtures people;

    @Autowired
    Projects projects;

    @Autowired
    Drafts drafts;

    @Autowired
    Scoping scoping;

    @Autowired
    PlanApprovals approvals;

    @Autowired
    JdbcClient jdbc;
}
