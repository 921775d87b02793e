package io.throughline.audit.chain;

import io.throughline.shared.Hashes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;

/** The installation's Ed25519 key: signs the trail's anchors, stands outside the database. */
public final class TrailKey {

    private static final String ALGORITHM = "Ed25519";

    private final KeyPair pair;

    private TrailKey(KeyPair pair) {
        this.pair = pair;
    }

    public static TrailKey generate() {
        try {
            return new TrailKey(KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java since 15 has Ed25519", e);
        }
    }

    /**
     * Reads what {@link #pem()} wrote: the private and the public key, each in its PEM block.
     *
     * @throws IllegalArgumentException if the text holds no such pair, or the two don't belong together
     */
    public static TrailKey parse(String pem) {
        try {
            var factory = KeyFactory.getInstance(ALGORITHM);
            var pair = new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(block(pem, "PUBLIC KEY"))),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(block(pem, "PRIVATE KEY"))));
            var key = new TrailKey(pair);
            if (!verifies(pair.getPublic(), "pair", key.sign("pair"))) {
                throw new IllegalArgumentException("the two keys don't belong together");
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no Ed25519 key pair in PEM form", e);
        }
    }

    public String pem() {
        return pem("PRIVATE KEY", pair.getPrivate().getEncoded())
                + pem("PUBLIC KEY", pair.getPublic().getEncoded());
    }

    public PublicKey publicKey() {
        return pair.getPublic();
    }

    /** SHA-256 of the public key, to be noted outside this machine. */
    public String fingerprint() {
        return Hashes.sha256(pair.getPublic().getEncoded());
    }

    String sign(String text) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing failed", e);
        }
    }

    static boolean verifies(PublicKey key, String text, String signature) {
        try {
            var verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            var bytes = Base64.getDecoder().decode(signature);
            // Base64 has spare bits at its end; a signature has one spelling only.
            return Base64.getEncoder().encodeToString(bytes).equals(signature) && verifier.verify(bytes);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static String pem(String name, byte[] bytes) {
        return "-----BEGIN " + name + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + name
                + "-----\n";
    }

    private static byte[] block(String pem, String name) {
        var match = Pattern.compile("-----BEGIN " + name + "-----([A-Za-z0-9+/=\\s]+)-----END " + name + "-----")
                .matcher(pem);
        if (!match.find()) {
            throw new IllegalArgumentException("no " + name + " in the key file");
        }
        return Base64.getMimeDecoder().decode(match.group(1));
    }
}
