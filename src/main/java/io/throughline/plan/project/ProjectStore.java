package io.throughline.plan.project;

import io.throughline.plan.ProjectId;
import io.throughline.shared.DomainException;
import org.springframework.stereotype.Component;

/** Projects, kept and found. Who may do it is asked by whoever calls. */
@Component
public class ProjectStore {

    private final ProjectRepository projects;

    ProjectStore(ProjectRepository projects) {
        this.projects = projects;
    }

    /** @throws DomainException NOT_FOUND */
    public Project get(ProjectId id) {
        return projects.findById(id.value()).orElseThrow(DomainException::notFound);
    }

    /** Rows of other tables may refer to it at once. */
    public Project save(Project project) {
        return projects.saveAndFlush(project);
    }
}
