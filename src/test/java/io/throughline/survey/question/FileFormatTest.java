package io.throughline.survey.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.survey.FileId;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file is, told from its content; what it may be called; and which are taken. */
class FileFormatTest {

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] zip(String... entries) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(bytes("content"));
            }
        }
        return out.toByteArray();
    }

    private static byte[] openDocument(String type) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            var first = new ZipEntry("mimetype");
            var crc = new CRC32();
            crc.update(bytes(type));
            first.setMethod(ZipEntry.STORED);
            first.setSize(type.length());
            first.setCrc(crc.getValue());
            zip.putNextEntry(first);
            zip.write(bytes(type));
        }
        return out.toByteArray();
    }

    @Test
    void contentSaysWhatAFileIs() throws IOException {
        assertThat(FileFormat.of(bytes("\u0089PNG\r\n\u001a\nrest"))).contains(FileFormat.PNG);
        assertThat(FileFormat.of(bytes("\u00ff\u00d8\u00ff\u00e0"))).contains(FileFormat.JPEG);
        assertThat(FileFormat.of(bytes("GIF89a\u0001"))).contains(FileFormat.GIF);
        assertThat(FileFormat.of(bytes("RIFF\u0001\u0002\u0003\u0004WEBPVP8"))).contains(FileFormat.WEBP);
        assertThat(FileFormat.of(bytes("\u0000\u0000\u0000\u0018ftypheic"))).contains(FileFormat.HEIC);
        assertThat(FileFormat.of(bytes("%PDF-1.7\n\u00e2\u00e3"))).contains(FileFormat.PDF);
        assertThat(FileFormat.of(zip("[Content_Types].xml", "word/document.xml")))
                .contains(FileFormat.DOCX);
        assertThat(FileFormat.of(zip("[Content_Types].xml", "xl/workbook.xml"))).contains(FileFormat.XLSX);
        assertThat(FileFormat.of(openDocument("application/vnd.oasis.opendocument.text")))
                .contains(FileFormat.ODT);
        assertThat(FileFormat.of("Straße;1\n".getBytes(StandardCharsets.UTF_8))).contains(FileFormat.TEXT);
    }

    @Test
    void programsMacrosAndArchivesAreNothingWeKnow() throws IOException {
        assertThat(FileFormat.of(bytes("MZ\u0090\u0000\u0003"))).isEmpty();
        assertThat(FileFormat.of(bytes("\u007fELF\u0002"))).isEmpty();
        assertThat(FileFormat.of(zip("setup.exe"))).isEmpty();
        assertThat(FileFormat.of(zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")))
                .isEmpty();
        assertThat(FileFormat.of(bytes("junk before %PDF-1.4"))).contains(FileFormat.TEXT);
        assertThat(FileFormat.of(new byte[0])).isEmpty();
        assertThat(FileFormat.of(bytes("text\u0000"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ramp.png | ramp.png",
                "RAMP.PNG | RAMP.png",
                "../../etc/passwd | passwd.png",
                "C:\\Users\\me\\ramp.jpeg | ramp.jpeg.png",
                "page.html | page.html.png",
                "a\u202Egnp.exe | agnp.exe.png",
                "a\u0000b\u0007c.png | abc.png",
                ".png | png.png",
                "..... | file.png",
                "\" onload=\"alert(1).png | '_ onload=_alert(1).png'",
                "Übersicht der Straße.png | Übersicht der Straße.png"
            })
    void namesAreSafeAndSayWhatTheFileIs(String given, String kept) {
        assertThat(FileFormat.PNG.named(given)).isEqualTo(kept);
    }

    @Test
    void longNamesAreCutAndKeepTheirEnding() {
        assertThat(FileFormat.PDF.named("\uD83D\uDE00".repeat(300) + ".pdf"))
                .endsWith(".pdf")
                .satisfies(name ->
                        assertThat(name.codePointCount(0, name.length())).isLessThanOrEqualTo(FileFormat.LONGEST_NAME));
    }

    @Test
    void onlyWhatIsAskedForIsTaken() {
        var question = new FileQuestion(
                QuestionId.next(), Asked.TITLE, Asked.NOTHING, true, List.of(FileKind.PDF, FileKind.PICTURE), 2, 1);

        assertThat(question.kinds()).containsExactly(FileKind.PICTURE, FileKind.PDF);
        assertThat(question.refuses(1_000_000, FileFormat.PNG)).isEmpty();
        assertThat(question.refuses(1_000_001, FileFormat.PNG))
                .containsExactly(Problem.of(SurveyError.FILE_TOO_LARGE, 1));
        assertThat(question.refuses(5, FileFormat.TEXT)).containsExactly(Problem.of(SurveyError.FILE_KIND_NOT_ASKED));
        assertThat(question.refuses(5, null)).containsExactly(Problem.of(SurveyError.FILE_KIND_NOT_ASKED));
        assertThat(question.refuses(0, FileFormat.TEXT)).contains(Problem.of(SurveyError.FILE_EMPTY));
        assertThat(question.validate(question.blank())).containsExactly(Problem.of(SurveyError.FILE_MISSING));
        var id = FileId.next();
        assertThat(question.accept(new FileQuestion.Answer(List.of(id, id))))
                .containsExactly(Problem.of(SurveyError.UNKNOWN_FILE));
        assertThat(question.defects()).isEmpty();
        assertThat(new FileQuestion(QuestionId.next(), Asked.TITLE, Asked.NOTHING, true, List.of(), 11, 0).defects())
                .extracting(Problem::code)
                .containsExactly(
                        SurveyError.FILE_KINDS_MISSING,
                        SurveyError.FILES_OUT_OF_RANGE,
                        SurveyError.FILE_SIZE_OUT_OF_RANGE);
    }
}
