package io.throughline.survey.foreign;

import io.throughline.survey.logic.Condition.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A condition as other tools write it: comparisons joined by "and", or by "or"; lists of values count as such, too. What mixes the two, computes or calls
 * functions is not understood, and said not to be.
 */
final class Expression {

    private static final int LONGEST = 2_000;
    private static final int DEEPEST = 20;
    private static final Set<String> AND = Set.of("and", "&&");
    private static final Set<String> OR = Set.of("or", "||");
    private static final Map<String, Compared> OPERATORS = Map.ofEntries(
            Map.entry("=", Compared.EQUAL),
            Map.entry("==", Compared.EQUAL),
            Map.entry("eq", Compared.EQUAL),
            Map.entry("equal", Compared.EQUAL),
            Map.entry("!=", Compared.OTHER),
            Map.entry("<>", Compared.OTHER),
            Map.entry("ne", Compared.OTHER),
            Map.entry("notequal", Compared.OTHER),
            Map.entry(">=", Compared.AT_LEAST),
            Map.entry("ge", Compared.AT_LEAST),
            Map.entry("greaterorequal", Compared.AT_LEAST),
            Map.entry("<=", Compared.AT_MOST),
            Map.entry("le", Compared.AT_MOST),
            Map.entry("lessorequal", Compared.AT_MOST),
            Map.entry(">", Compared.MORE),
            Map.entry("gt", Compared.MORE),
            Map.entry("greater", Compared.MORE),
            Map.entry("<", Compared.LESS),
            Map.entry("lt", Compared.LESS),
            Map.entry("less", Compared.LESS),
            Map.entry("contains", Compared.CONTAINS),
            Map.entry("contain", Compared.CONTAINS),
            Map.entry("notcontains", Compared.CONTAINS_NOT),
            Map.entry("empty", Compared.EMPTY),
            Map.entry("notempty", Compared.NOT_EMPTY));

    enum Compared {
        EQUAL,
        OTHER,
        AT_LEAST,
        AT_MOST,
        MORE,
        LESS,
        CONTAINS,
        CONTAINS_NOT,
        EMPTY,
        NOT_EMPTY
    }

    /** @param name of the question, with what it is about after an underscore or a dot @param value empty where none is needed */
    record Atom(String name, Compared compared, String value) {}

    /** @param atoms at least one */
    record Joined(Match match, List<Atom> atoms) {}

    /** A word, a value in quotation marks, or a sign; what stands in braces is a name. */
    private record Token(String said, Kind kind) {
        enum Kind {
            NAME,
            VALUE,
            SIGN
        }

        boolean is(String sign) {
            return kind != Kind.VALUE && said.equalsIgnoreCase(sign);
        }
    }

    private static final class NotUnderstood extends RuntimeException {
        NotUnderstood() {
            super("not understood", null, false, false);
        }
    }

    private final List<Token> tokens;
    private int at;
    private int depth;

    private Expression(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Empty for what is not understood. */
    static Optional<Joined> of(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var expression = new Expression(tokens(text));
            var all = expression.joined();
            return expression.at == expression.tokens.size() ? Optional.of(all) : Optional.empty();
        } catch (NotUnderstood e) {
            return Optional.empty();
        }
    }

    private Joined joined() {
        if (++depth > DEEPEST) {
            throw new NotUnderstood();
        }
        var parts = new ArrayList<Joined>();
        parts.add(part());
        Match match = null;
        while (at < tokens.size() && isJoint(tokens.get(at))) {
            var now = AND.contains(tokens.get(at++).said().toLowerCase(Locale.ROOT)) ? Match.ALL : Match.ANY;
            if (match != null && match != now) {
                throw new NotUnderstood();
            }
            match = now;
            parts.add(part());
        }
        depth--;
        return match == null ? parts.getFirst() : flat(match, parts);
    }

    private static boolean isJoint(Token token) {
        var said = token.said().toLowerCase(Locale.ROOT);
        return token.kind() != Token.Kind.VALUE && (AND.contains(said) || OR.contains(said));
    }

    private static Joined flat(Match match, List<Joined> parts) {
        var atoms = new ArrayList<Atom>();
        for (var part : parts) {
            if (part.atoms().size() > 1 && part.match() != match) {
                throw new NotUnderstood();
            }
            atoms.addAll(part.atoms());
        }
        return new Joined(match, atoms);
    }

    private Joined part() {
        if (take("(")) {
            var inner = joined();
            require(")");
            return inner;
        }
        boolean not = take("!");
        if (take("is_empty")) {
            require("(");
            var name = name();
            require(")");
            return one(new Atom(name, not ? Compared.NOT_EMPTY : Compared.EMPTY, ""));
        }
        if (not) {
            throw new NotUnderstood();
        }
        var name = name();
        if (take("anyof")) {
            return list(name, Match.ANY);
        }
        if (take("allof")) {
            return list(name, Match.ALL);
        }
        var compared = at < tokens.size() && tokens.get(at).kind() != Token.Kind.VALUE
                ? OPERATORS.get(tokens.get(at).said().toLowerCase(Locale.ROOT))
                : null;
        if (compared == null) {
            throw new NotUnderstood();
        }
        at++;
        return one(
                new Atom(name, compared, compared == Compared.EMPTY || compared == Compared.NOT_EMPTY ? "" : value()));
    }

    private Joined list(String name, Match match) {
        require("[");
        // Of several any may be the one answer there is; only one of several answers can be each of them.
        var compared = match == Match.ANY ? Compared.EQUAL : Compared.CONTAINS;
        var atoms = new ArrayList<Atom>();
        do {
            atoms.add(new Atom(name, compared, value()));
        } while (take(","));
        require("]");
        return new Joined(match, atoms);
    }

    private static Joined one(Atom atom) {
        return new Joined(Match.ALL, List.of(atom));
    }

    private String name() {
        if (at >= tokens.size() || tokens.get(at).kind() != Token.Kind.NAME) {
            throw new NotUnderstood();
        }
        return tokens.get(at++).said();
    }

    private String value() {
        if (at >= tokens.size()) {
            throw new NotUnderstood();
        }
        var token = tokens.get(at++);
        boolean word = token.kind() == Token.Kind.NAME && token.said().matches("-?\\d+(\\.\\d+)?|true|false");
        if (token.kind() != Token.Kind.VALUE && !word) {
            throw new NotUnderstood();
        }
        return token.said();
    }

    private boolean take(String sign) {
        boolean there = at < tokens.size() && tokens.get(at).is(sign);
        at += there ? 1 : 0;
        return there;
    }

    private void require(String sign) {
        if (!take(sign)) {
            throw new NotUnderstood();
        }
    }

    private static List<Token> tokens(String text) {
        var tokens = new ArrayList<Token>();
        int at = 0;
        while (at < text.length()) {
            char sign = text.charAt(at);
            if (Character.isWhitespace(sign)) {
                at++;
            } else if (sign == '"' || sign == '\'') {
                int end = closing(text, sign, at);
                tokens.add(new Token(text.substring(at + 1, end), Token.Kind.VALUE));
                at = end + 1;
            } else if (sign == '{') {
                int end = closing(text, '}', at);
                tokens.add(new Token(text.substring(at + 1, end).strip(), Token.Kind.NAME));
                at = end + 1;
            } else if (isWord(sign)) {
                int end = at;
                while (end < text.length() && isWord(text.charAt(end))) {
                    end++;
                }
                tokens.add(new Token(text.substring(at, end), Token.Kind.NAME));
                at = end;
            } else {
                int length = at + 1 < text.length() && "==!=<>>=<=&&||".contains(text.substring(at, at + 2)) ? 2 : 1;
                tokens.add(new Token(text.substring(at, at + length), Token.Kind.SIGN));
                at += length;
            }
        }
        return tokens;
    }

    private static boolean isWord(char sign) {
        return Character.isLetterOrDigit(sign) || sign == '_' || sign == '.' || sign == '-';
    }

    private static int closing(String text, char sign, int from) {
        int end = text.indexOf(sign, from + 1);
        if (end < 0) {
            throw new NotUnderstood();
        }
        return end;
    }
}
