package io.throughline.survey;

import io.throughline.shared.CommonError;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.Hashes;
import io.throughline.shared.Ids;
import io.throughline.shared.TypedText;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.persistence.Command;
import io.throughline.shared.row.Utc;
import io.throughline.survey.answer.ToldWords;
import io.throughline.survey.question.OwnWords;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** "Tell us a need": always open to customers, named, outside any survey. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('CUSTOMER')")
public class NeedBox {

    private final CurrentViewer viewer;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NeedBox(CurrentViewer viewer, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.viewer = viewer;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Stores a need in the viewer's words. The same request again stores nothing more.
     *
     * @param request made once per form, so that a retry after a lost connection is recognised
     * @param need the problem in 1–4,000 characters; the rest may be left out
     * @throws DomainException REQUIRED, TOO_LONG, NOT_FOUND if the request is somebody else's
     */
    @Command
    @PreAuthorize("hasRole('CUSTOMER')")
    public ExpressionTextId tell(UUID request, OwnWords.Answer need) {
        var text = TypedText.required(need.words(), "survey.field.need", OwnWords.MAX_LENGTH);
        if (need.who().length() > OwnWords.MAX_WHO) {
            throw new DomainException(CommonError.TOO_LONG, "survey.field.who", OwnWords.MAX_WHO);
        }
        var person = viewer.get();
        var id = new ExpressionTextId(request);
        var teller = jdbc.sql("select person_id from expression_text where id = ?")
                .param(request)
                .query(UUID.class)
                .optional();
        if (teller.isPresent()) {
            if (!teller.get().equals(person.id().value())) {
                throw DomainException.notFound();
            }
            return id;
        }
        var organisation = person.organisation();
        try {
            jdbc.sql("""
                            insert into expression_text (id, person_id, organisation_id, source, language, words, who,
                                                         often, badly, told_at)
                            values (:id, :person, :organisation, 'NEED_BOX', :language, :words, :who, :often, :badly,
                                    :at)""")
                    .param("id", request)
                    .param("person", person.id().value())
                    .param("organisation", organisation == null ? null : organisation.value())
                    .param("language", person.locale().getLanguage())
                    .params(ToldWords.of(need.saying(text)).columns())
                    .param("at", Utc.column(Utc.now(clock)))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new CannotAcquireLockException("told meanwhile by the same form", e);
        }
        events.publishEvent(
                Act.of(ActKind.NEED_TOLD, new ObjectRef("expression", request)).withHash(Hashes.sha256(text)));
        events.publishEvent(new NeedTold(Ids.next(), id));
        return id;
    }
}
