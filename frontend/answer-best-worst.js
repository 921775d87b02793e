// @ts-check
import { AnswerElement, el, words } from "./answer-element.js";

/** @typedef {"best" | "worst"} Side */

/**
 * @typedef {object} Question
 * @property {import("./answer-element.js").Item[]} items
 * @property {{number: number, items: string[]}[]} sets in the order they are shown
 * @property {string} set "Set {0} of 7"
 * @property {string} done "{0} of 7 sets complete"
 * @property {string} most
 * @property {string} least
 * @property {string} mostLong
 * @property {string} leastLong
 * @property {string} mostOpen why nothing is chosen as mattering most any more: “{0}” is chosen as mattering least now
 * @property {string} leastOpen
 * @property {string} clear
 */

/** @typedef {Record<string, {best: string | null, worst: string | null}>} Value by the number of the set */

const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** Set after set, two groups of native radio buttons: what matters most, and what least. */
class BestWorst extends AnswerElement {
    /** @type {Question} */
    #question = { items: [], sets: [], set: "", done: "", most: "", least: "", mostLong: "", leastLong: "", mostOpen: "", leastOpen: "", clear: "" };

    constructor() {
        super();
        this.addEventListener("change", (event) => this.#chose(/** @type {HTMLInputElement} */ (event.target)));
        this.addEventListener("keydown", (event) => this.#step(event));
    }

    /** @override @param {Question} question */
    draw(question) {
        this.#question = question;
        this.append(
            el("div", { class: "answer-bar" }, el("strong", { role: "status" })),
            ...question.sets.map((set, place) => this.#set(set, place + 1)),
            this.takeBack(question.clear, {}),
        );
    }

    /** @override @returns {Value} */
    get value() {
        return Object.fromEntries(this.#question.sets.map(({ number }) =>
            [number, { best: this.#chosen(number, "best")?.value ?? null, worst: this.#chosen(number, "worst")?.value ?? null }]));
    }

    /** @param {Value} value */
    set value(value) {
        this.#radios().forEach((radio) => {
            const pick = value[radio.dataset.set ?? ""];
            radio.checked = Boolean(pick) && pick[/** @type {Side} */ (radio.dataset.side)] === radio.value;
        });
        this.#paint();
    }

    /** @param {string} [which] @returns {HTMLInputElement[]} */
    #radios(which = "") {
        return [...this.querySelectorAll(`input${which}`)].map((one) => /** @type {HTMLInputElement} */ (one));
    }

    /** @param {number | string} number @param {Side} side */
    #chosen(number, side) {
        return this.#radios(`[data-set="${number}"][data-side="${side}"]`).find((one) => one.checked);
    }

    /** @param {{number: number, items: string[]}} set @param {number} place from 1 */
    #set({ number, items }, place) {
        const { set, most, least, mostLong, leastLong } = this.#question;
        const name = words(set, place);
        const texts = items.map((key) => ({ key, text: this.#text(key) }));
        const side = (/** @type {Side} */ which, /** @type {string} */ head, /** @type {string} */ long) =>
            el("div", { class: `answer-side answer-${which}`, role: "radiogroup", "aria-label": `${name}: ${long}` },
                el("span", { class: "answer-side-head", "aria-hidden": "true" }, head),
                ...texts.map(({ key, text }) => el("label", { class: "answer-pick", title: text },
                    el("input", { type: "radio", name: `${this.id_}-${number}-${which}`, value: key, "aria-label": text,
                        "data-set": number, "data-side": which }))));
        return el("section", { class: "answer-set", "aria-label": name, style: `--rows: ${items.length}` },
            el("h2", { class: "answer-set-head" }, name),
            el("div", { class: "answer-set-grid" },
                side("best", most, mostLong),
                // The radio buttons bear these words as their names.
                el("div", { class: "answer-set-texts", "aria-hidden": "true" }, el("span"), ...texts.map(({ key, text }) =>
                    el("span", { "data-item": key }, text))),
                side("worst", least, leastLong)));
    }

    /** @param {string} key */
    #text(key) {
        return this.#question.items.find((item) => item.key === key)?.text ?? key;
    }

    /** @param {HTMLInputElement} radio */
    #chose(radio) {
        const other = this.#chosen(radio.dataset.set ?? "", radio.dataset.side === "best" ? "worst" : "best");
        const moved = other && other.value === radio.value;
        if (moved) {
            other.checked = false;
        }
        const { mostOpen, leastOpen } = this.#question;
        this.#paint(moved ? words(radio.dataset.side === "best" ? leastOpen : mostOpen, this.#text(radio.value)) : undefined);
        this.tell();
    }

    /** Arrows pass over what is chosen on the other side: going by it must not take that choice back. @param {KeyboardEvent} event */
    #step(event) {
        const by = STEPS[/** @type {keyof STEPS} */ (event.key)];
        const from = event.target;
        if (!by || event.altKey || event.ctrlKey || event.metaKey || !(from instanceof HTMLInputElement)) {
            return;
        }
        event.preventDefault();
        const { set = "", side } = from.dataset;
        const taken = this.#chosen(set, side === "best" ? "worst" : "best")?.value;
        const free = this.#radios(`[data-set="${set}"][data-side="${side}"]`).filter((one) => one === from || one.value !== taken);
        const to = free[(free.indexOf(from) + by + free.length) % free.length];
        to.focus();
        if (!to.checked) {
            to.checked = true;
            this.#chose(to);
        }
    }

    /** @param {string} [told] in place of the progress */
    #paint(told) {
        const { sets, done } = this.#question;
        const complete = sets.filter(({ number }) => this.#chosen(number, "best") && this.#chosen(number, "worst")).length;
        const bar = /** @type {HTMLElement} */ (this.querySelector(".answer-bar"));
        bar.dataset.tone = complete === sets.length ? "ok" : "";
        /** @type {HTMLElement} */ (bar.firstChild).textContent = told ?? (complete === sets.length ? "✓ " : "") + words(done, complete);
        this.querySelectorAll(".answer-set").forEach((set, place) => {
            const { number } = sets[place];
            const [best, worst] = [this.#chosen(number, "best")?.value, this.#chosen(number, "worst")?.value];
            set.toggleAttribute("data-done", Boolean(best && worst));
            set.querySelectorAll("[data-item]").forEach((text) => {
                const key = /** @type {HTMLElement} */ (text).dataset.item;
                text.toggleAttribute("data-best", key === best);
                text.toggleAttribute("data-worst", key === worst);
            });
        });
    }
}

customElements.define("tl-best-worst", BestWorst);
