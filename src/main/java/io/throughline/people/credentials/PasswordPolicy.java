package io.throughline.people.credentials;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Which passwords are taken: at least 15 characters, at most 128, of any kind, but not made of what everybody tries.
 * A password is cut into as few pieces as possible (listed words, runs such as "12345", "qwert" or "aaaa", years, and
 * single characters); with no more than three pieces it is a common one. So four words chosen at random pass, while
 * "Password12345678" (a word and a run) doesn't. Letters swapped for look-alikes don't make a word another one.
 */
@Component
public class PasswordPolicy {

    /** Characters, not bytes. */
    public static final int SHORTEST = 15;

    public static final int LONGEST = 128;

    private static final int FEWEST_PIECES = 4;
    private static final int SHORTEST_RUN = 3;
    private static final int SHORTEST_PERSONAL = 3;
    /** Each row twice, since a run may begin again at its end. */
    private static final List<String> KEYBOARD = Stream.of(
                    "qwertyuiop",
                    "qwertzuiopü",
                    "asdfghjkl",
                    "asdfghjklöä",
                    "zxcvbnm",
                    "yxcvbnm",
                    "azertyuiop",
                    "1234567890",
                    "qazwsxedcrfvtgbyhnujmikolp",
                    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
                    "abcdefghijklmnopqrstuvwxyz",
                    "1q2w3e4r5t6y7u8i9o0p",
                    "qayxswedcvfrtgbnhzujmkiolp",
                    "!\"§$%&/()=",
                    "!@#$%^&*()")
            .map(row -> row + row)
            .toList();

    private final Set<String> words = load();
    private final int longestWord =
            words.stream().mapToInt(String::length).max().orElse(0);

    /** What is wrong with a password. */
    public enum Verdict {
        GOOD,
        TOO_SHORT,
        TOO_LONG,
        COMMON,
        PERSONAL
    }

    /** @param personal the person's name and address: their parts count as listed words */
    public Verdict judge(String password, Collection<String> personal) {
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Verdict.TOO_SHORT;
        }
        if (length > LONGEST) {
            return Verdict.TOO_LONG;
        }
        var normalised = Normalizer.normalize(password, Normalizer.Form.NFKC);
        // One character may become eighteen, and every part of them is looked at.
        var text = withoutSeparators(
                normalised.substring(0, Math.min(LONGEST, normalised.length())).toLowerCase(Locale.ROOT));
        if (common(text, Set.of())) {
            return Verdict.COMMON;
        }
        // The whole counts as well as its parts: an address is made of more pieces than a password needs.
        var own = personal.stream()
                .map(words -> words.toLowerCase(Locale.ROOT))
                .flatMap(words -> Stream.concat(
                        Stream.of(withoutSeparators(words)), Arrays.stream(words.split("[^\\p{L}\\p{N}]+", -1))))
                .filter(part -> part.length() >= SHORTEST_PERSONAL)
                .collect(Collectors.toSet());
        return common(text, own) ? Verdict.PERSONAL : Verdict.GOOD;
    }

    private boolean common(String text, Set<String> own) {
        var unit = smallestPeriod(text);
        return pieces(unit, own) < FEWEST_PIECES || text.chars().distinct().count() < FEWEST_PIECES + 1;
    }

    private int pieces(String text, Set<String> own) {
        var least = new int[text.length() + 1];
        for (int end = 1; end <= text.length(); end++) {
            least[end] = least[end - 1] + 1;
            for (int start = 0; start <= end - 2; start++) {
                if (least[start] + 1 < least[end] && onePiece(text.substring(start, end), own)) {
                    least[end] = least[start] + 1;
                }
            }
        }
        return least[text.length()];
    }

    private boolean onePiece(String part, Set<String> own) {
        return word(part, own)
                || part.chars().distinct().count() == 1
                || part.length() >= SHORTEST_RUN && run(part)
                || part.matches("(19|20)\\d\\d");
    }

    private boolean word(String part, Set<String> own) {
        return part.length() <= longestWord
                        && (words.contains(part)
                                || words.contains(unleeted(part, 'i'))
                                || words.contains(unleeted(part, 'l')))
                || own.contains(part);
    }

    private static boolean run(String part) {
        var backwards = new StringBuilder(part).reverse().toString();
        return KEYBOARD.stream().anyMatch(row -> row.contains(part) || row.contains(backwards));
    }

    /** "abcabc" is no better than "abc". */
    private static String smallestPeriod(String text) {
        for (int length = 1; length <= text.length() / 2; length++) {
            var unit = text.substring(0, length);
            if (unit.repeat(text.length() / length + 1).startsWith(text)) {
                return unit;
            }
        }
        return text;
    }

    private static String unleeted(String text, char one) {
        return text.replace('0', 'o')
                .replace('1', one)
                .replace('!', one)
                .replace('|', one)
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('@', 'a')
                .replace('5', 's')
                .replace('$', 's')
                .replace('7', 't')
                .replace('+', 't');
    }

    private static String withoutSeparators(String text) {
        var without = text.replaceAll("[\\s._-]+", "");
        return without.isEmpty() ? text : without;
    }

    private static Set<String> load() {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PasswordPolicy.class.getResourceAsStream("/people/common-words.txt")),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.strip().split("\\s+", -1)))
                    .filter(word -> word.length() > 1)
                    .collect(Collectors.toCollection(HashSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
