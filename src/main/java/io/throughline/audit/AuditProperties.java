package io.throughline.audit;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the trail keeps what must stand outside the database.
 *
 * @param key the installation's Ed25519 key pair in PEM form; made at the first start, readable to its owner only
 * @param anchors the file the signed heads are appended to
 */
@ConfigurationProperties("throughline.audit")
record AuditProperties(Path key, Path anchors) {}
