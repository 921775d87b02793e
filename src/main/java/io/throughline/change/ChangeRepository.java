package io.throughline.change;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ChangeRepository extends JpaRepository<ChangeRequest, UUID> {}
