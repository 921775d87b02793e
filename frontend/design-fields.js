// @ts-check
import { AnswerElement, el, words } from "./answer-element.js";
import { draggable } from "./reorder.js";

/**
 * @typedef {object} Language
 * @property {string} code
 * @property {string} name in the reader's language
 */
/** @typedef {Record<string, string>} Texts by code of the language */

/** A field of a design: it tells its name with its value, and shows what is still wrong with it. */
class DesignField extends AnswerElement {
    constructor() {
        super();
        // A frame later: rows drawn anew take the focus away for a moment. A field that is gone was not left.
        this.addEventListener("focusout", () => requestAnimationFrame(() => {
            if (this.isConnected && document.hasFocus() && !this.contains(document.activeElement)) {
                this.dispatchEvent(new CustomEvent("tl-left"));
            }
        }));
    }

    /** @override @param {boolean} [typing] */
    tell(typing = false) {
        const detail = { value: this.value, typing, field: this.getAttribute("field") };
        this.dispatchEvent(new CustomEvent("answer", { bubbles: true, detail }));
    }

    /** @param {string} text what is wrong; empty if nothing is */
    problem(text) {
        const place = this.querySelector(".design-problem");
        if (place && place.textContent !== text) {
            place.textContent = text;
        }
        this.toggleAttribute("data-wrong", text !== "");
    }

    place() {
        return el("div", { class: "design-problem", id: `${this.id_}-problem`, role: "status" });
    }
}

/**
 * @typedef {object} TextsQuestion
 * @property {string} title what the text is
 * @property {Language[]} languages
 * @property {boolean} area more than a line
 * @property {number} most characters
 * @property {string} problem
 * @property {string} missing said of a language nothing is written in, where another has something
 * @property {string} quote "Quote an earlier answer"
 * @property {string} quoteLabel the same, saying in which text
 * @property {string} quoteInsert
 * @property {{text: string, insert: Texts}[]} quotes what can be quoted, and how each language's text says it
 */

/** Marks what is written in one language and not in another. @param {HTMLInputElement[]} inputs @param {string} missing @param {string[]} [names] */
function markMissing(inputs, missing, names = []) {
    const written = inputs.some((input) => input.value.trim() !== "");
    inputs.forEach((input, place) => {
        const open = written && input.value.trim() === "";
        input.toggleAttribute("data-missing", open);
        input.placeholder = open ? [names[place], missing].filter(Boolean).join(": ") : names[place] ?? "";
    });
}

/** Puts a quote at the caret, apart from the word before. @param {HTMLInputElement} input @param {string} quoted */
function quoteIn(input, quoted) {
    const end = input.selectionEnd ?? input.value.length;
    const start = input.selectionStart ?? end;
    // Tab selects all there is: that is no wish to have it replaced.
    const at = start === 0 && end === input.value.length ? end : start;
    input.setRangeText(/\S$/.test(input.value.slice(0, at)) ? ` ${quoted}` : quoted, at, end, "end");
}

/** Whether the same answer is quoted already, whatever stands there without it. @param {string} text @param {string} quoted */
function isQuoted(text, quoted) {
    const [named] = quoted.split("|");
    return text.includes(`${named}|`) || text.includes(`${named}}}`);
}

/** One text in every language of the survey. */
class TextsField extends DesignField {
    constructor() {
        super();
        this.addEventListener("input", (event) => {
            if (!/** @type {HTMLElement} */ (event.target).dataset.language) {
                return;
            }
            markMissing(this.#inputs, this.#missing);
            this.tell(true);
        });
    }

    #missing = "";

    /** @override @param {TextsQuestion} question */
    draw(question) {
        this.#missing = question.missing;
        this.append(
            el("div", { class: "survey-pair" }, ...question.languages.map(({ code, name }) => {
                const attributes = { id: `${this.id_}-${code}`, lang: code, maxlength: question.most, "data-language": code,
                    "aria-describedby": `${this.id_}-problem`, autocomplete: "off" };
                return el("div", { class: "design-text" },
                    el("label", { for: `${this.id_}-${code}` }, `${question.title} (${name})`),
                    question.area ? el("textarea", { ...attributes, rows: 2 }) : el("input", attributes));
            })),
            ...question.quotes.length ? this.#picker(question) : [],
            this.place(),
        );
        this.problem(question.problem);
    }

    /**
     * Puts a quote where the caret was last, and into what is written in the other languages. Arrow keys choose on their way:
     * what they chose is put by Enter or the button, what is pointed at at once.
     * @param {TextsQuestion} question
     */
    #picker({ quote, quoteLabel, quoteInsert, quotes }) {
        const picker = /** @type {HTMLSelectElement} */ (el("select", { class: "design-quote", "aria-label": quoteLabel },
            el("option", { value: "" }, quote), ...quotes.map(({ text }, place) => el("option", { value: place }, text))));
        const insert = /** @type {HTMLButtonElement} */ (el("button", { type: "button", class: "design-button", hidden: true }, quoteInsert));
        let pointed = false;
        let last = /** @type {HTMLInputElement | undefined} */ (undefined);
        this.addEventListener("focusin", (event) => {
            const input = /** @type {HTMLInputElement} */ (event.target);
            last = input.dataset.language ? input : last;
        });
        const put = () => {
            const chosen = quotes[Number(picker.value)].insert;
            const input = last ?? this.#inputs[0];
            for (const one of this.#inputs) {
                const quoted = chosen[one.dataset.language ?? ""];
                if (one === input || (one.value.trim() !== "" && !isQuoted(one.value, quoted))) {
                    quoteIn(one, quoted);
                }
            }
            picker.value = "";
            insert.hidden = true;
            input.focus();
            input.dispatchEvent(new Event("input", { bubbles: true }));
        };
        picker.addEventListener("pointerdown", () => (pointed = true));
        picker.addEventListener("keydown", (event) => {
            pointed = false;
            if (event.key === "Enter" && picker.value !== "") {
                event.preventDefault();
                put();
            }
        });
        picker.addEventListener("change", () => {
            insert.hidden = picker.value === "";
            if (pointed && !insert.hidden) {
                put();
            }
        });
        insert.addEventListener("click", put);
        return [picker, " ", insert];
    }

    /** @override @returns {Texts} */
    get value() {
        return Object.fromEntries(this.#inputs.map((input) => [input.dataset.language ?? "", input.value]));
    }

    /** @param {Texts} value */
    set value(value) {
        this.#inputs.forEach((input) => (input.value = value[input.dataset.language ?? ""] ?? ""));
        markMissing(this.#inputs, this.#missing);
    }

    get #inputs() {
        return /** @type {HTMLInputElement[]} */ ([...this.querySelectorAll("[data-language]")]);
    }
}

/**
 * @typedef {object} ItemsQuestion
 * @property {string} title
 * @property {string} help
 * @property {Language[]} languages
 * @property {string[]} spoken keys that answers refer to already
 * @property {number} most characters
 * @property {string} problem
 * @property {string} missing
 * @property {string} item "Item {0} ({1})"
 * @property {string} key "Key {0}"
 * @property {string} up "Move item {0} up"
 * @property {string} down
 * @property {string} drag
 * @property {string} remove
 * @property {string} add
 * @property {string} moved "“{0}” is now {1} of {2}"
 * @property {string} removed "“{0}” is removed"
 * @property {string} from "Drawn from {0}"
 * @property {string} undo
 */
/** @typedef {{key: string, texts: Texts, requirement?: string, from?: string}} Row from: the key of the requirement it was drawn from */

/** The items of a question: dragged, moved by buttons or Alt and arrows, pasted as a list of lines. */
class ItemsField extends DesignField {
    /** @type {ItemsQuestion} */
    #question = { title: "", help: "", languages: [], spoken: [], most: 0, problem: "", missing: "", item: "", key: "", up: "", down: "", drag: "", remove: "", add: "", moved: "", removed: "", from: "", undo: "" };
    /** @type {Row[]} */
    #rows = [];
    /** What was removed last. @type {{row: Row, place: number} | undefined} */
    #removed;

    constructor() {
        super();
        this.addEventListener("input", (event) => this.#typed(/** @type {HTMLInputElement} */ (event.target)));
        this.addEventListener("paste", (event) => this.#pasted(event));
        this.addEventListener("keydown", (event) => this.#pressed(event));
        this.addEventListener("click", (event) => this.#clicked(/** @type {Element} */ (event.target)));
    }

    /** @override @param {ItemsQuestion} question */
    draw(question) {
        this.#question = question;
        const list = el("ol", { class: "design-items", role: "list" });
        draggable(list, () => /** @type {HTMLElement[]} */ ([...list.children]), (from, to) => this.#move(from, to));
        this.append(
            el("h3", {}, question.title),
            el("p", { class: "tl-dim tl-small" }, question.help),
            list,
            el("div", { class: "tl-row" },
                el("button", { type: "button", class: "design-button", "data-act": "add" }, `+ ${question.add}`),
                el("span", { class: "design-said", role: "status" }),
                el("button", { type: "button", class: "design-button", "data-act": "undo", hidden: true }, question.undo)),
            this.place(),
        );
        this.problem(question.problem);
    }

    /** @override @returns {Row[]} rows in which nothing is written yet don't count */
    get value() {
        return this.#rows.filter((row) => Object.values(row.texts).some((text) => text.trim() !== ""));
    }

    /** @param {Row[]} value */
    set value(value) {
        this.#rows = value.map((row) => ({ ...row, texts: { ...row.texts } }));
        // A new list begins with room for the two items any list has.
        while (value.length === 0 && this.#rows.length < 2) {
            this.#rows.push({ key: this.#freshKey(), texts: {} });
        }
        this.#paint();
    }

    get #list() {
        return /** @type {HTMLElement} */ (this.querySelector(".design-items"));
    }

    /** @param {Element} element */
    #placeOf(element) {
        return [...this.#list.children].findIndex((row) => row.contains(element));
    }

    #freshKey() {
        const shown = this.#rows.map((row) => row.key);
        const taken = new Set([...shown, this.#removed?.row.key, ...this.#question.spoken]);
        let number = 1;
        while (taken.has(`i${number}`)) {
            number++;
        }
        return `i${number}`;
    }

    #paint() {
        const { languages, most, item, key, up, down, drag, remove, from } = this.#question;
        const button = (/** @type {string} */ act, /** @type {string} */ sign, /** @type {string} */ label, off = false) =>
            el("button", { type: "button", class: "design-button", "data-act": act, "aria-label": label, title: label, "aria-disabled": off && "true" }, sign);
        this.#list.replaceChildren(...this.#rows.map((row, place) => el("li", {},
            el("span", { class: "tl-handle", title: words(drag, place + 1), "aria-hidden": "true" }, "⠿"),
            el("div", { class: "design-item-texts" }, ...languages.map(({ code, name }) => {
                const input = el("input", { lang: code, "data-language": code, maxlength: most, autocomplete: "off",
                    placeholder: name, "aria-label": words(item, place + 1, name), "aria-describedby": `${this.id_}-problem` });
                /** @type {HTMLInputElement} */ (input).value = row.texts[code] ?? "";
                return input;
            }), ...row.from ? [el("small", { class: "design-from" }, words(from, row.from))] : []),
            el("code", { class: "design-key", title: words(key, row.key) }, row.key),
            el("span", { class: "design-buttons" },
                button("up", "↑", words(up, place + 1), place === 0),
                button("down", "↓", words(down, place + 1), place === this.#rows.length - 1),
                button("remove", "×", words(remove, place + 1))))));
        [...this.#list.children].forEach((row) => this.#mark(row));
    }

    /** @param {Element} row */
    #mark(row) {
        const inputs = /** @type {HTMLInputElement[]} */ ([...row.querySelectorAll("[data-language]")]);
        markMissing(inputs, this.#question.missing, this.#question.languages.map(({ name }) => name));
    }

    /** @param {number} place @param {string} selector */
    #focus(place, selector) {
        const at = /** @type {HTMLElement | null} */ (this.#list.children[place]?.querySelector(selector));
        at?.focus();
    }

    /** @param {string} text @param {boolean} [undoable] */
    #say(text, undoable = false) {
        /** @type {HTMLElement} */ (this.querySelector(".design-said")).textContent = text;
        /** @type {HTMLElement} */ (this.querySelector("[data-act=undo]")).hidden = !undoable;
    }

    /** @param {Row} row */
    #name(row) {
        return Object.values(row.texts).find((text) => text !== "") ?? row.key;
    }

    /** @param {number} from @param {number} to @param {string} [focus] */
    #move(from, to, focus) {
        if (to < 0 || to >= this.#rows.length) {
            return;
        }
        const [row] = this.#rows.splice(from, 1);
        this.#rows.splice(to, 0, row);
        this.#paint();
        if (focus) {
            this.#focus(to, focus);
        }
        this.#say(words(this.#question.moved, this.#name(row), to + 1, this.#rows.length));
        this.tell();
    }

    /** @param {number} place @param {string} [focus] */
    #add(place, focus = "input") {
        this.#rows.splice(place, 0, { key: this.#freshKey(), texts: {} });
        this.#paint();
        this.#focus(place, focus);
    }

    /** @param {Element} target */
    #clicked(target) {
        const button = /** @type {HTMLElement | null} */ (target.closest("[data-act]"));
        const place = button ? this.#placeOf(button) : -1;
        switch (button?.dataset.act) {
            case "add": return this.#add(this.#rows.length);
            case "up": return this.#move(place, place - 1, "[data-act=up]");
            case "down": return this.#move(place, place + 1, "[data-act=down]");
            case "remove": return this.#remove(place);
            case "undo": return this.#undo();
            default: return undefined;
        }
    }

    /** @param {number} place */
    #remove(place) {
        const [row] = this.#rows.splice(place, 1);
        this.#removed = { row, place };
        this.#paint();
        this.#say(words(this.#question.removed, this.#name(row)), true);
        const undo = /** @type {HTMLElement} */ (this.querySelector("[data-act=undo]"));
        undo.focus();
        this.tell();
    }

    #undo() {
        if (!this.#removed) {
            return;
        }
        const { row } = this.#removed;
        const place = Math.min(this.#removed.place, this.#rows.length);
        this.#rows.splice(place, 0, row);
        this.#removed = undefined;
        this.#paint();
        this.#say("");
        this.#focus(place, "input");
        this.tell();
    }

    /** @param {HTMLInputElement} input */
    #typed(input) {
        const place = this.#placeOf(input);
        this.#rows[place].texts[input.dataset.language ?? ""] = input.value;
        this.#mark(this.#list.children[place]);
        this.tell(true);
    }

    /** Several lines fill the rows from here on, one a row, in this language. @param {ClipboardEvent} event */
    #pasted(event) {
        const lines = (event.clipboardData?.getData("text") ?? "").split(/\r?\n/).map((line) => line.trim()).filter(Boolean);
        const input = /** @type {HTMLInputElement} */ (event.target);
        if (lines.length < 2 || !input.dataset?.language) {
            return;
        }
        event.preventDefault();
        const first = this.#placeOf(input);
        lines.forEach((line, place) => {
            this.#rows[first + place] ??= { key: this.#freshKey(), texts: {} };
            this.#rows[first + place].texts[input.dataset.language ?? ""] = line.slice(0, this.#question.most);
        });
        this.#paint();
        this.#focus(first + lines.length - 1, `[data-language=${input.dataset.language}]`);
        this.tell();
    }

    /** @param {KeyboardEvent} event */
    #pressed(event) {
        const input = /** @type {HTMLInputElement} */ (event.target);
        // Enter that ends the composing of a word, as of kanji, adds no row.
        if (!input.dataset?.language || event.isComposing) {
            return;
        }
        const same = `[data-language=${input.dataset.language}]`;
        const place = this.#placeOf(input);
        if (event.key === "Enter") {
            event.preventDefault();
            if (place === this.#rows.length - 1) {
                this.#add(place + 1, same);
            } else {
                this.#focus(place + 1, same);
            }
        } else if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
            event.preventDefault();
            this.#move(place, place + (event.key === "ArrowUp" ? -1 : 1), same);
        }
    }
}

customElements.define("tl-texts", TextsField);
customElements.define("tl-items", ItemsField);
