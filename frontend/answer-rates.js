// @ts-check
import { AnswerElement, el, ends, unseen, words } from "./answer-element.js";

/**
 * @typedef {object} Side what is rated about each item
 * @property {"importance" | "satisfaction"} name
 * @property {string} label
 * @property {string} ask the same about “{0}”
 * @property {string[]} scale "don't know", then from the least to the most
 */

/**
 * @typedef {object} Question
 * @property {import("./answer-element.js").Item[]} items
 * @property {Side[]} sides
 * @property {string} unrated what stands where nothing was said yet
 * @property {string} done "{0} of 7 rated"
 * @property {string} clear
 */

/** @typedef {Record<string, Record<string, number>>} Value by side and item */

/** Item after item, how important it is and how satisfied one is: two groups of native radio buttons each. */
class Rates extends AnswerElement {
    /** @type {Question} */
    #question = { items: [], sides: [], unrated: "", done: "", clear: "" };

    constructor() {
        super();
        this.addEventListener("change", () => {
            this.#paint();
            this.tell();
        });
    }

    /** @override @param {Question} question */
    draw(question) {
        this.#question = question;
        this.append(
            el("div", { class: "answer-bar" }, el("strong", { role: "status" })),
            ...question.items.map((item, place) => el("section", { class: "answer-set", "aria-label": item.text },
                el("h2", { class: "answer-kano-item" }, item.text),
                ...question.sides.map((side) => this.#side(item, place, side)))),
            this.takeBack(question.clear, Object.fromEntries(question.sides.map(({ name }) => [name, {}]))));
    }

    /** @override @returns {Value} */
    get value() {
        const { sides, items } = this.#question;
        return Object.fromEntries(sides.map(({ name }) => [name, Object.fromEntries(items
            .map(({ key }) => /** @type {[string, number | undefined]} */ ([key, this.#rated(name, key)]))
            .filter(([, rating]) => rating !== undefined))]));
    }

    /** @param {Value} value */
    set value(value) {
        this.#inputs.forEach((input) => {
            const { side, item } = input.dataset;
            input.checked = value[side ?? ""][item ?? ""] === Number(input.value);
        });
        this.#paint();
    }

    get #inputs() {
        return /** @type {HTMLInputElement[]} */ ([...this.querySelectorAll("input")]);
    }

    /** @param {string} side @param {string} item @returns {number | undefined} */
    #rated(side, item) {
        const chosen = this.#inputs.find((one) => one.checked && one.dataset.side === side && one.dataset.item === item);
        return chosen ? Number(chosen.value) : undefined;
    }

    /** @param {import("./answer-element.js").Item} item @param {number} place @param {Side} side */
    #side(item, place, { name, label, ask, scale }) {
        const step = (/** @type {number} */ value) => el("label", { class: value ? "" : "answer-unknown" },
            el("input", { type: "radio", name: `${this.id_}-${place}-${name}`, value, "data-item": item.key, "data-side": name }),
            value ? el("span", {}, String(value), unseen(` ${scale[value]}`)) : el("span", {}, scale[0]));
        return el("fieldset", { class: "answer-rate", "data-side": name },
            el("legend", { class: "tl-visually-hidden" }, words(ask, item.text)),
            el("span", { class: "answer-said", "aria-hidden": "true" }, `${label}: `, el("b")),
            el("span", { class: "answer-scale" }, ...[1, 2, 3, 4, 5, 0].map(step)),
            ends(scale));
    }

    #paint() {
        const { items, sides, unrated, done } = this.#question;
        let complete = 0;
        this.querySelectorAll(".answer-set").forEach((part, place) => {
            const ratings = sides.map(({ name }) => this.#rated(name, items[place].key));
            part.toggleAttribute("data-chosen", ratings.every((rating) => rating !== undefined));
            complete += ratings.every((rating) => rating !== undefined) ? 1 : 0;
            part.querySelectorAll(".answer-said b").forEach((said, at) => {
                const rating = ratings[at];
                said.textContent = rating === undefined ? unrated : sides[at].scale[rating];
            });
        });
        const bar = /** @type {HTMLElement} */ (this.querySelector(".answer-bar"));
        bar.toggleAttribute("data-full", complete === items.length);
        /** @type {HTMLElement} */ (bar.firstChild).textContent = words(done, complete);
    }
}

customElements.define("tl-rates", Rates);
