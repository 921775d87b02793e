// @ts-check
import { AnswerElement, el, words } from "./answer-element.js";
import { draggable } from "./reorder.js";

/**
 * @typedef {object} Question
 * @property {import("./answer-element.js").Item[]} items
 * @property {string} done "{0} of 7 ranked"
 * @property {string} none heading over what is not ranked
 * @property {string} rank "Rank of “{0}”, empty for none"
 * @property {string} up
 * @property {string} down
 * @property {string} tie "Same rank as the one above"
 * @property {string} drag
 * @property {string} moved "“{0}” has rank {1}"
 * @property {string} tied "“{0}” shares rank {1}"
 * @property {string} removed "“{0}” is not ranked"
 */

/** @typedef {Record<string, number>} Value rank by item, 1 being first; what is missing is not ranked */

/** Rows put in order by their handle, by their buttons, by arrow keys or by typing a rank. */
class Ranking extends AnswerElement {
    /** @type {Question} */
    #question = { items: [], done: "", none: "", rank: "", up: "", down: "", tie: "", drag: "", moved: "", tied: "", removed: "" };
    /** The first group has rank 1; a group of several is a tie. @type {string[][]} */
    #groups = [];

    constructor() {
        super();
        this.addEventListener("click", (event) => {
            const button = /** @type {Element} */ (event.target).closest("button");
            const key = this.#keyOf(button);
            if (button && key) {
                this.#act(key, button.dataset.act ?? "");
            }
        });
        this.addEventListener("change", (event) => this.#typed(/** @type {HTMLInputElement} */ (event.target)));
        this.addEventListener("keydown", (event) => {
            const key = this.#keyOf(/** @type {Element} */ (event.target));
            const act = { ArrowUp: "up", ArrowDown: "down" }[event.key];
            if (key && act && !event.ctrlKey && !event.metaKey) {
                event.preventDefault();
                this.#act(key, act);
            }
        });
        this.addEventListener("focusin", (event) => event.target instanceof HTMLInputElement && event.target.select());
    }

    /** @override @param {Question} question */
    draw(question) {
        this.#question = question;
        const list = el("ol", { class: "answer-items answer-ranks", role: "list" },
            ...question.items.map((item) => this.#row(item)),
            el("li", { class: "answer-unranked" }, question.none));
        this.append(
            el("div", { class: "answer-bar" }, el("strong"), el("span", { class: "tl-visually-hidden", role: "status" })),
            list,
        );
        draggable(list, () => this.#rows, (from, to) => this.#dragged(from, to));
    }

    /** @override @returns {Value} */
    get value() {
        return Object.fromEntries(this.#groups.flatMap((group, place) => group.map((key) => [key, place + 1])));
    }

    /** @param {Value} value */
    set value(value) {
        const ranks = [...new Set(Object.values(value))].sort((one, other) => one - other);
        this.#groups = ranks.map((rank) =>
            this.#question.items.map((item) => item.key).filter((key) => value[key] === rank));
        this.#paint();
    }

    /** In the order they stand. @returns {HTMLElement[]} */
    get #rows() {
        return [...this.querySelectorAll(".answer-rank")].map((one) => /** @type {HTMLElement} */ (one));
    }

    /** @param {Element | null} inside */
    #keyOf(inside) {
        const row = inside?.closest(".answer-rank");
        return row instanceof HTMLElement ? row.dataset.key : undefined;
    }

    /** @param {string} key */
    #text(key) {
        return this.#question.items.find((item) => item.key === key)?.text ?? "";
    }

    /** @param {import("./answer-element.js").Item} item */
    #row(item) {
        const { rank, up, down, tie, drag } = this.#question;
        const button = (/** @type {string} */ act, /** @type {string} */ sign, /** @type {string} */ label) =>
            el("button", { type: "button", "data-act": act, "aria-label": words(label, item.text), title: words(label, item.text) }, sign);
        return el("li", { class: "answer-item answer-rank", "data-key": item.key },
            el("span", { class: "tl-handle", "aria-hidden": "true", title: drag }, "⠿"),
            el("input", { type: "text", inputmode: "numeric", autocomplete: "off", maxlength: 2, "aria-label": words(rank, item.text) }),
            el("span", { class: "answer-rank-text" }, item.text),
            el("span", { class: "answer-steps" }, button("up", "↑", up), button("down", "↓", down), button("tie", "=", tie)));
    }

    /** @param {string} key @returns {number} place of its group, −1 if it is not ranked */
    #group(key) {
        return this.#groups.findIndex((group) => group.includes(key));
    }

    /** @param {string} key */
    #take(key) {
        this.#groups = this.#groups.map((group) => group.filter((one) => one !== key)).filter((group) => group.length > 0);
    }

    /** @param {string} key @param {string} act */
    #act(key, act) {
        const at = this.#group(key);
        const alone = at >= 0 && this.#groups[at].length === 1;
        if (act === "up" && at < 0) {
            this.#groups.push([key]);
        } else if (act === "up" && (at > 0 || !alone)) {
            this.#take(key);
            this.#groups.splice(alone ? at - 1 : at, 0, [key]);
        } else if (act === "down" && alone && at === this.#groups.length - 1) {
            this.#take(key);
        } else if (act === "down" && at >= 0) {
            this.#take(key);
            this.#groups.splice(at + 1, 0, [key]);
        } else if (act === "tie" && at >= 0 && !alone) {
            this.#take(key);
            this.#groups.splice(at + 1, 0, [key]);
        } else if (act === "tie" && at > 0) {
            this.#take(key);
            this.#groups[at - 1].push(key);
        } else {
            this.#say(key);
            return;
        }
        this.#changed(key);
    }

    /** @param {HTMLInputElement} input */
    #typed(input) {
        const key = this.#keyOf(input);
        if (!key) {
            return;
        }
        const rank = Number.parseInt(input.value, 10);
        this.#take(key);
        if (rank >= 1 && rank <= this.#groups.length) {
            this.#groups[rank - 1].push(key);
        } else if (rank >= 1) {
            this.#groups.push([key]);
        }
        this.#changed(key);
    }

    /** @param {number} from @param {number} to places among all rows */
    #dragged(from, to) {
        const keys = this.#rows.map((row) => row.dataset.key ?? "");
        const key = keys[from];
        keys.splice(from, 1);
        this.#take(key);
        const ranked = this.#groups.flat().length;
        if (to <= ranked) {
            const before = to > 0 ? this.#group(keys[to - 1]) : -1;
            const after = to < ranked ? this.#group(keys[to]) : this.#groups.length;
            if (before === after) {
                this.#groups[before].push(key);
            } else {
                this.#groups.splice(after, 0, [key]);
            }
        }
        this.#changed(key);
    }

    /** @param {string} key */
    #changed(key) {
        this.#paint();
        this.#say(key);
        this.tell();
    }

    /** Where an item stands now, for those who don't see it. @param {string} key */
    #say(key) {
        const { moved, tied, removed } = this.#question;
        const at = this.#group(key);
        const template = at < 0 ? removed : this.#groups[at].length > 1 ? tied : moved;
        /** @type {HTMLElement} */ (this.querySelector("[role=status]")).textContent = words(template, this.#text(key), at + 1);
    }

    #paint() {
        const { items, done } = this.#question;
        const list = /** @type {HTMLElement} */ (this.querySelector(".answer-ranks"));
        const divider = /** @type {HTMLElement} */ (this.querySelector(".answer-unranked"));
        const rows = new Map(this.#rows.map((row) => [row.dataset.key ?? "", row]));
        const ranked = this.#groups.flat();
        const rest = items.map((item) => item.key).filter((key) => !ranked.includes(key));
        const focused = /** @type {HTMLElement | null} */ (this.contains(document.activeElement) ? document.activeElement : null);
        const order = [...ranked.map((key) => rows.get(key)), divider, ...rest.map((key) => rows.get(key))];
        if (order.some((row, place) => row !== list.children[place])) {
            order.forEach((row) => row && list.append(row));
            focused?.focus();
        }
        divider.hidden = rest.length === 0;
        rows.forEach((row, key) => {
            const at = this.#group(key);
            const tied = at >= 0 && this.#groups[at].length > 1;
            /** @type {HTMLInputElement} */ (row.querySelector("input")).value = at < 0 ? "" : String(at + 1);
            row.toggleAttribute("data-chosen", at >= 0);
            row.toggleAttribute("data-tied", tied);
            const [up, down, tie] = row.querySelectorAll("button");
            up.setAttribute("aria-disabled", String(at === 0 && !tied));
            down.setAttribute("aria-disabled", String(at < 0));
            tie.setAttribute("aria-disabled", String(at < 0 || (at === 0 && !tied)));
            tie.setAttribute("aria-pressed", String(tied));
        });
        const bar = /** @type {HTMLElement} */ (this.querySelector(".answer-bar"));
        bar.dataset.tone = ranked.length > 0 && rest.length === 0 ? "ok" : "";
        /** @type {HTMLElement} */ (bar.firstChild).textContent = words(done, ranked.length);
    }
}

customElements.define("tl-ranking", Ranking);
