// @ts-check
import { AnswerElement, el, words } from "./answer-element.js";

/**
 * @typedef {object} Question
 * @property {string} title
 * @property {boolean} single
 * @property {number} choose how many may be chosen; 0 for no limit
 * @property {import("./answer-element.js").Item[]} items
 * @property {string} other key of the option that is told in own words
 * @property {number} most characters of those
 * @property {string} words their label
 * @property {string} none empty where it can't be said
 * @property {string} clear
 * @property {string} open what is said while nothing is chosen
 * @property {string} chosen "{0} chosen"
 * @property {string} full why no more can be chosen
 */

/** @typedef {{chosen: string[], none: boolean, words: string}} Value */

/** One, any number, or k of several options: native radio buttons or check boxes. */
class Options extends AnswerElement {
    /** @type {Question} */
    #question = { title: "", single: false, choose: 0, items: [], other: "", most: 0, words: "", none: "", clear: "", open: "", chosen: "", full: "" };
    /** In the order they were chosen. @type {string[]} */
    #chosen = [];

    constructor() {
        super();
        this.addEventListener("change", (event) => {
            const input = /** @type {HTMLInputElement} */ (event.target);
            if (input.type !== "text" && this.#chose(input)) {
                this.#paint();
                this.tell();
            }
        });
        this.addEventListener("input", (event) => {
            if (/** @type {HTMLInputElement} */ (event.target).type === "text") {
                this.tell(true);
            }
        });
        this.addEventListener("click", (event) => {
            if (/** @type {Element} */ (event.target).closest("button")) {
                this.value = { chosen: [], none: false, words: "" };
                this.#boxes[0].focus();
                this.tell();
            }
        });
    }

    /** @override @param {Question} question */
    draw(question) {
        this.#question = question;
        this.removeAttribute("role");
        this.removeAttribute("aria-label");
        const { items, none, single, clear, title } = question;
        this.append(el("fieldset", { class: "answer-options" },
            el("legend", { class: "tl-visually-hidden" }, title),
            el("div", { class: "answer-bar" },
                el("strong", { role: "status" }),
                ...(single ? [el("button", { type: "button", class: "answer-spread" }, clear)] : [])),
            el("ul", { class: "answer-items", role: "list" },
                ...items.map((item) => this.#item(item)),
                ...(none ? [el("li", { class: "answer-item answer-none" }, this.#option("none", none))] : []))));
    }

    /** @override @returns {Value} */
    get value() {
        const { other } = this.#question;
        return {
            chosen: [...this.#chosen],
            none: this.#none?.checked ?? false,
            words: this.#chosen.includes(other) ? (this.#words?.value ?? "") : "",
        };
    }

    /** @param {Value} value */
    set value(value) {
        this.#chosen = [...value.chosen];
        if (this.#none) {
            this.#none.checked = value.none;
        }
        if (this.#words) {
            this.#words.value = value.words;
        }
        this.#boxes.forEach((box) => (box.checked = this.#chosen.includes(box.value)));
        this.#paint();
    }

    get #none() {
        return /** @type {HTMLInputElement | null} */ (this.querySelector(".answer-none input"));
    }

    get #words() {
        return /** @type {HTMLInputElement | null} */ (this.querySelector("input[type=text]"));
    }

    get #boxes() {
        return /** @type {HTMLInputElement[]} */ ([
            ...this.querySelectorAll(".answer-item:not(.answer-none) .answer-check input"),
        ]);
    }

    /** @param {import("./answer-element.js").Item} item */
    #item(item) {
        const { other, most, words: label } = this.#question;
        const row = el("li", { class: "answer-item" }, this.#option(item.key, item.text));
        if (item.key === other) {
            row.append(el("input", { type: "text", class: "answer-else", maxlength: most, "aria-label": label, placeholder: label, autocomplete: "off" }));
        }
        return row;
    }

    /** @param {string} value @param {string} text */
    #option(value, text) {
        const type = this.#question.single ? "radio" : "checkbox";
        return el("label", { class: "answer-check" },
            el("input", { type, name: this.id_, value }), el("span", {}, text));
    }

    /** @param {HTMLInputElement} input @returns {boolean} whether it could be chosen */
    #chose(input) {
        const { single, choose, full } = this.#question;
        if (single) {
            this.#chosen = [input.value];
            return true;
        }
        if (input === this.#none) {
            this.#chosen = input.checked ? [] : this.#chosen;
            this.#boxes.forEach((box) => (box.checked = this.#chosen.includes(box.value)));
            return true;
        }
        if (input.checked && choose && this.#chosen.length >= choose) {
            input.checked = false;
            this.#paint(full);
            this.#bar.classList.remove("answer-refused");
            void this.#bar.offsetWidth;
            this.#bar.classList.add("answer-refused");
            return false;
        }
        this.#chosen = this.#chosen.filter((key) => key !== input.value).concat(input.checked ? [input.value] : []);
        if (input.checked && this.#none) {
            this.#none.checked = false;
        }
        return true;
    }

    get #bar() {
        return /** @type {HTMLElement} */ (this.querySelector(".answer-bar"));
    }

    /** @param {string} [refusal] */
    #paint(refusal) {
        const { single, choose, open, chosen, other } = this.#question;
        const count = this.#chosen.length;
        this.#bar.toggleAttribute("data-full", single ? count > 0 : choose > 0 && count === choose);
        const [status, clear] = /** @type {HTMLElement[]} */ ([...this.#bar.children]);
        status.textContent = refusal ?? (count ? words(chosen, count) : open);
        clear?.setAttribute("aria-disabled", String(!count));
        this.querySelectorAll(".answer-item").forEach((row) => {
            const box = /** @type {HTMLInputElement} */ (row.querySelector(".answer-check input"));
            row.toggleAttribute("data-chosen", box.checked);
        });
        if (this.#words) {
            this.#words.hidden = !this.#chosen.includes(other);
        }
    }
}

customElements.define("tl-options", Options);
