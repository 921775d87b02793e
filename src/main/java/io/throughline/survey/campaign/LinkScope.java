package io.throughline.survey.campaign;

import io.throughline.shared.DomainException;
import io.throughline.survey.CampaignId;
import io.throughline.survey.RespondentPrincipal;
import io.throughline.survey.ResponseId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Keeps whoever came by a personal link to its one campaign; for everybody else it asks nothing. */
@Component
public class LinkScope {

    private final JdbcClient jdbc;

    LinkScope(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws DomainException NOT_FOUND for any other campaign */
    public void require(CampaignId campaign) {
        if (!reaches(campaign)) {
            throw DomainException.notFound();
        }
    }

    public boolean reaches(CampaignId campaign) {
        return respondent().filter(one -> !one.campaign().equals(campaign)).isEmpty();
    }

    /** @throws DomainException NOT_FOUND for a response in any other campaign */
    public void require(ResponseId response) {
        respondent().ifPresent(one -> {
            boolean own = jdbc.sql("select count(*) from response where id = ? and campaign_id = ? and person_id = ?")
                            .params(
                                    response.value(),
                                    one.campaign().value(),
                                    one.viewer().id().value())
                            .query(Integer.class)
                            .single()
                    == 1;
            if (!own) {
                throw DomainException.notFound();
            }
        });
    }

    private static Optional<RespondentPrincipal> respondent() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof RespondentPrincipal respondent
                ? Optional.of(respondent)
                : Optional.empty();
    }
}
