package io.throughline.survey.ballot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Locks what a ballot holds (AES-256-GCM). Until it is submitted only its own key opens it; from then until it is counted,
 * the installation's: a file outside the database, so that a copy of the database alone opens no ballot.
 */
@Component
class BallotSeal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path file;
    private final SecureRandom random = new SecureRandom();

    BallotSeal(@Value("${throughline.ballots.key}") Path file) {
        this.file = file;
    }

    SecureRandom random() {
        return random;
    }

    byte[] close(SecretKey key, String text) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var closed = run(Cipher.ENCRYPT_MODE, key, nonce, text.getBytes(StandardCharsets.UTF_8));
        var whole = Arrays.copyOf(nonce, NONCE_BYTES + closed.length);
        System.arraycopy(closed, 0, whole, NONCE_BYTES, closed.length);
        return whole;
    }

    String open(SecretKey key, byte[] closed) {
        var nonce = Arrays.copyOf(closed, NONCE_BYTES);
        return new String(
                run(Cipher.DECRYPT_MODE, key, nonce, Arrays.copyOfRange(closed, NONCE_BYTES, closed.length)),
                StandardCharsets.UTF_8);
    }

    private static byte[] run(int mode, SecretKey key, byte[] nonce, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a ballot can't be opened with this key", e);
        }
    }

    /** The installation's key; made when it is needed first. */
    SecretKey installation() {
        try {
            if (!Files.exists(file)) {
                create();
            }
            return new SecretKeySpec(
                    HexFormat.of().parseHex(Files.readString(file).strip()), "AES");
        } catch (IOException e) {
            throw new UncheckedIOException("the ballot key " + file + " can't be read", e);
        }
    }

    private void create() throws IOException {
        var home = file.toAbsolutePath().getParent();
        Files.createDirectories(home);
        var fresh = Files.createTempFile(home, "ballots", ".new");
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        }
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        Files.writeString(fresh, HexFormat.of().formatHex(key));
        try {
            // A link is never made over a file: another portal of this installation may have been faster.
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            // Its key is the one.
        } finally {
            Files.delete(fresh);
        }
    }
}
