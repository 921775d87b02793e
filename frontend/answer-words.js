// @ts-check
import { AnswerElement, el, words } from "./answer-element.js";

/**
 * @typedef {object} Question
 * @property {number} most characters
 * @property {string} title
 * @property {string} count "{0} of 4,000 characters"
 * @property {string} left "{0} characters left"
 */

const NEARLY = 200;

/** A need in the person's own words: a native text area that grows, and how long the text is. */
class Words extends AnswerElement {
    /** @type {Question} */
    #question = { most: 0, title: "", count: "", left: "" };

    constructor() {
        super();
        this.addEventListener("input", () => {
            this.#paint();
            this.tell(true);
        });
    }

    /** @override @param {Question} question */
    draw(question) {
        this.#question = question;
        this.removeAttribute("role");
        this.removeAttribute("aria-label");
        const counter = `${this.id_}-count`;
        this.append(
            el("textarea", { rows: 6, maxlength: question.most, "aria-label": question.title, "aria-describedby": counter }),
            el("span", { id: counter, class: "answer-count" }),
            el("span", { class: "tl-visually-hidden", role: "status" }),
        );
    }

    /** @override @returns {string} */
    get value() {
        return this.#area.value;
    }

    /** @param {string} value */
    set value(value) {
        this.#area.value = value;
        this.#paint();
    }

    get #area() {
        return /** @type {HTMLTextAreaElement} */ (this.firstChild);
    }

    #paint() {
        const { most, count, left } = this.#question;
        const [, counter, announced] = /** @type {HTMLElement[]} */ ([...this.children]);
        const length = this.#area.value.length;
        const language = document.documentElement.lang || undefined;
        counter.textContent = words(count, length.toLocaleString(language));
        const rest = most - length;
        // Said every fifty characters, not at each.
        announced.textContent = rest > NEARLY ? "" : words(left, Math.ceil(rest / 50) * 50);
    }
}

customElements.define("tl-words", Words);
