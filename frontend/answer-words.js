// @ts-check
import { AnswerElement } from "./answer-element.js";
import { Counted } from "./counted-text.js";

/**
 * @typedef {object} Question
 * @property {string} title
 * @property {boolean} lines a page rather than a line
 * @property {import("./counted-text.js").Limit} limit
 */

/** Words: a native field of one line, or one that grows, and how long the text is. */
class Words extends AnswerElement {
    #text = new Counted();

    constructor() {
        super();
        this.addEventListener("input", () => this.tell(true));
    }

    /** @override @param {Question} question */
    draw(question) {
        this.removeAttribute("role");
        this.removeAttribute("aria-label");
        this.#text = new Counted(question.limit, question.lines, { "aria-label": question.title });
        this.append(...this.#text.parts);
    }

    /** @override @returns {string} */
    get value() {
        return this.#text.value;
    }

    /** @param {string} value */
    set value(value) {
        this.#text.value = value;
    }
}

customElements.define("tl-words", Words);
