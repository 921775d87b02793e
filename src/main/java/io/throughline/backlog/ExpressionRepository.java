package io.throughline.backlog;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ExpressionRepository extends Repository<Expression, UUID> {

    Optional<Expression> findById(UUID id);

    Expression save(Expression expression);
}
