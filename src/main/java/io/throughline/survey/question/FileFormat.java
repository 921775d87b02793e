package io.throughline.survey.question;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A form a file can have. It is told from the content: what a file is called or said to be is not trusted. */
public enum FileFormat {
    PNG(FileKind.PICTURE, "image/png", "png"),
    JPEG(FileKind.PICTURE, "image/jpeg", "jpg", "jpeg"),
    GIF(FileKind.PICTURE, "image/gif", "gif"),
    WEBP(FileKind.PICTURE, "image/webp", "webp"),
    HEIC(FileKind.PICTURE, "image/heic", "heic", "heif"),
    PDF(FileKind.PDF, "application/pdf", "pdf"),
    DOCX(FileKind.OFFICE, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX(FileKind.OFFICE, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX(FileKind.OFFICE, "application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    ODT(FileKind.OFFICE, "application/vnd.oasis.opendocument.text", "odt"),
    ODS(FileKind.OFFICE, "application/vnd.oasis.opendocument.spreadsheet", "ods"),
    ODP(FileKind.OFFICE, "application/vnd.oasis.opendocument.presentation", "odp"),
    TEXT(FileKind.TEXT, "text/plain", "txt", "csv", "md", "log");

    /** The longest name kept, in characters. */
    public static final int LONGEST_NAME = 120;

    private static final int LONGEST_STEM = LONGEST_NAME - 5;
    private static final int BOX_TYPE = 4;
    private static final int BRAND = 8;

    private final FileKind kind;
    private final String mediaType;
    private final List<String> endings;

    FileFormat(FileKind kind, String mediaType, String... endings) {
        this.kind = kind;
        this.mediaType = mediaType;
        this.endings = List.of(endings);
    }

    public FileKind kind() {
        return kind;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Without the dot, the usual one first. */
    public List<String> endings() {
        return endings;
    }

    /** The form of these bytes; empty if it is none we know. */
    public static Optional<FileFormat> of(byte[] content) {
        return Arrays.stream(values()).filter(format -> format.fits(content)).findFirst();
    }

    private boolean fits(byte[] content) {
        return switch (this) {
            case PNG -> at(content, 0, "\u0089PNG\r\n\u001a\n");
            case JPEG -> at(content, 0, "\u00ff\u00d8\u00ff");
            case GIF -> at(content, 0, "GIF87a") || at(content, 0, "GIF89a");
            case WEBP -> at(content, 0, "RIFF") && at(content, BRAND, "WEBP");
            case HEIC ->
                at(content, BOX_TYPE, "ftyp")
                        && List.of("heic", "heix", "mif1", "msf1").stream().anyMatch(one -> at(content, BRAND, one));
            case PDF -> at(content, 0, "%PDF-");
            case DOCX -> office(content, "word/document.xml");
            case XLSX -> office(content, "xl/workbook.xml");
            case PPTX -> office(content, "ppt/presentation.xml");
            // The first entry of an open document is its media type, stored as it is.
            case ODT, ODS, ODP -> zip(content) && contains(content, "mimetype" + mediaType);
            case TEXT -> text(content);
        };
    }

    /** Names of an archive's entries stand in it uncompressed: nothing needs to be unpacked to find them. */
    private static boolean office(byte[] content, String part) {
        return zip(content)
                && contains(content, "[Content_Types].xml")
                && contains(content, part)
                && !contains(content, "vbaProject.bin");
    }

    private static boolean zip(byte[] content) {
        return at(content, 0, "PK\u0003\u0004");
    }

    private static boolean text(byte[] content) {
        try {
            var words = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return content.length > 0
                    && words.chars().noneMatch(one -> one < ' ' && "\t\n\r\f".indexOf(one) < 0 || one == '\u007f');
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    /** @param bytes one a character */
    private static boolean at(byte[] content, int place, String bytes) {
        var wanted = bytes.getBytes(StandardCharsets.ISO_8859_1);
        return content.length >= place + wanted.length
                && Arrays.equals(content, place, place + wanted.length, wanted, 0, wanted.length);
    }

    private static boolean contains(byte[] content, String bytes) {
        return new String(content, StandardCharsets.ISO_8859_1).contains(bytes);
    }

    /**
     * A name a file of this form may safely have on any machine: no folder, nothing unseen, nothing that turns the
     * direction of writing, and an ending that says what it is.
     */
    public String named(String given) {
        var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var plain = Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "")
                .replaceAll("[<>:\"|?*%;]", "_")
                .replaceAll("^[.\\s]+|[.\\s]+$", "");
        int dot = plain.lastIndexOf('.');
        var ending = dot < 0 ? "" : plain.substring(dot + 1).toLowerCase(Locale.ROOT);
        boolean right = endings.contains(ending);
        var stem = right ? plain.substring(0, dot) : plain;
        var kept = stem.codePoints()
                .limit(LONGEST_STEM)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return (kept.isEmpty() ? "file" : kept) + "." + (right ? ending : endings.getFirst());
    }
}
