package io.throughline.backlog.expression;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

public interface ExpressionRepository extends Repository<Expression, UUID> {

    Optional<Expression> findById(UUID id);

    Expression save(Expression expression);
}
