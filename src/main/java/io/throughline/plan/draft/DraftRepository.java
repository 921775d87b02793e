package io.throughline.plan.draft;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface DraftRepository extends JpaRepository<Draft, UUID> {}
