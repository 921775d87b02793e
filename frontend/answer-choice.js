// @ts-check
import { AnswerElement, el, ends, unseen, words } from "./answer-element.js";

/**
 * @typedef {object} Question
 * @property {number} choose how many may be chosen
 * @property {import("./answer-element.js").Item[]} items
 * @property {string} chosen "{0} of 3 chosen"
 * @property {string} full why no more can be chosen
 * @property {string} none
 * @property {string} rate "How satisfied are you with “{0}”?"
 * @property {string} satisfaction
 * @property {string} unrated what stands where nothing was said yet
 * @property {string[]} scale "don't know", then from very dissatisfied to very satisfied
 * @property {string} clear
 */

/** @typedef {{named: string[], none: boolean, satisfaction: Record<string, number>}} Value */

/** Which k matter most, and how satisfied with each: native check boxes and radio buttons. */
class Choice extends AnswerElement {
    /** @type {Question} */
    #question = { choose: 0, items: [], chosen: "", full: "", none: "", rate: "", satisfaction: "", unrated: "", scale: [], clear: "" };
    /** In the order they were named. @type {string[]} */
    #named = [];

    constructor() {
        super();
        this.addEventListener("change", (event) => {
            const input = /** @type {HTMLInputElement} */ (event.target);
            if (input.type === "radio" || this.#chose(input)) {
                this.#paint();
                this.tell();
            }
        });
    }

    /** @override @param {Question} question */
    draw(question) {
        this.#question = question;
        this.append(
            el("div", { class: "answer-bar" }, el("strong", { role: "status" })),
            el("ul", { class: "answer-items", role: "list" },
                ...question.items.map((item, place) => this.#item(item, place)),
                el("li", { class: "answer-item answer-none" }, this.#check("none", question.none))),
            this.takeBack(question.clear, { named: [], none: false, satisfaction: {} }),
        );
    }

    /** @override @returns {Value} */
    get value() {
        /** @type {Record<string, number>} */
        const satisfaction = {};
        this.querySelectorAll("input[type=radio]:checked").forEach((one) => {
            const input = /** @type {HTMLInputElement} */ (one);
            satisfaction[input.dataset.item ?? ""] = Number(input.value);
        });
        return { named: [...this.#named], none: this.#none.checked, satisfaction };
    }

    /** @param {Value} value */
    set value(value) {
        this.#named = [...value.named];
        this.#none.checked = value.none;
        this.#boxes.forEach((box) => (box.checked = this.#named.includes(box.value)));
        this.querySelectorAll("input[type=radio]").forEach((one) => {
            const input = /** @type {HTMLInputElement} */ (one);
            input.checked = Number(input.value) === value.satisfaction[input.dataset.item ?? ""];
        });
        this.#paint();
    }

    get #none() {
        return /** @type {HTMLInputElement} */ (this.querySelector(".answer-none input"));
    }

    get #boxes() {
        return /** @type {HTMLInputElement[]} */ ([
            ...this.querySelectorAll(".answer-item:not(.answer-none) input[type=checkbox]"),
        ]);
    }

    /** @param {import("./answer-element.js").Item} item @param {number} place */
    #item(item, place) {
        const { rate, satisfaction, scale } = this.#question;
        const step = (/** @type {number} */ value) => el("label", { class: value ? "" : "answer-unknown" },
            el("input", { type: "radio", name: `${this.id_}-${place}`, value, "data-item": item.key }),
            value ? el("span", {}, String(value), unseen(` ${scale[value]}`)) : el("span", {}, scale[0]));
        return el("li", { class: "answer-item" },
            this.#check(item.key, item.text),
            el("fieldset", { class: "answer-rate" },
                el("legend", { class: "tl-visually-hidden" }, words(rate, item.text)),
                el("span", { class: "answer-said", "aria-hidden": "true" }, `${satisfaction}: `, el("b")),
                el("span", { class: "answer-scale" }, ...[1, 2, 3, 4, 5, 0].map(step)),
                ends(scale)));
    }

    /** @param {string} value @param {string} text */
    #check(value, text) {
        return el("label", { class: "answer-check" },
            el("input", { type: "checkbox", value }), el("span", {}, text));
    }

    /** @param {HTMLInputElement} input @returns {boolean} whether it could be chosen */
    #chose(input) {
        if (input === this.#none) {
            this.#named = input.checked ? [] : this.#named;
            this.#boxes.forEach((box) => (box.checked = this.#named.includes(box.value)));
            return true;
        }
        if (input.checked && this.#named.length >= this.#question.choose) {
            input.checked = false;
            this.#paint(this.#question.full);
            this.#bar.classList.remove("answer-refused");
            void this.#bar.offsetWidth;
            this.#bar.classList.add("answer-refused");
            return false;
        }
        this.#named = this.#named.filter((key) => key !== input.value).concat(input.checked ? [input.value] : []);
        this.#none.checked = this.#none.checked && !input.checked;
        return true;
    }

    get #bar() {
        return /** @type {HTMLElement} */ (this.querySelector(".answer-bar"));
    }

    /** @param {string} [refusal] */
    #paint(refusal) {
        const { choose, chosen, scale, unrated } = this.#question;
        this.#bar.toggleAttribute("data-full", this.#named.length === choose);
        const status = /** @type {HTMLElement} */ (this.#bar.firstChild);
        status.textContent = refusal ?? words(chosen, this.#named.length);
        this.querySelectorAll(".answer-item").forEach((row) => {
            const box = /** @type {HTMLInputElement} */ (row.querySelector("input[type=checkbox]"));
            row.toggleAttribute("data-chosen", box.checked);
            const said = row.querySelector(".answer-said b");
            if (said) {
                const rated = /** @type {HTMLInputElement | null} */ (row.querySelector("input[type=radio]:checked"));
                said.textContent = rated ? scale[Number(rated.value)] : unrated;
            }
        });
    }
}

customElements.define("tl-choice", Choice);
