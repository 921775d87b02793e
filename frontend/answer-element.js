// @ts-check
/** What the fields of all question types have in common. */

/** @typedef {{key: string, text: string}} Item */

let count = 0;

/**
 * @param {string} name
 * @param {Record<string, string | number | boolean>} [attributes] false leaves one out
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
export function el(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => {
        if (value !== false) {
            made.setAttribute(key, value === true ? "" : String(value));
        }
    });
    made.append(...children);
    return made;
}

/** @param {string} template with {0}, {1} … @param {...(string | number)} values */
export function words(template, ...values) {
    return template.replace(/\{(\d)\}/g, (_, place) => String(values[Number(place)]));
}

/** Text for those who don't see where it stands. @param {string} text */
export const unseen = (text) => el("span", { class: "tl-visually-hidden" }, text);

/**
 * What the first and the last step of a scale mean, below it. Whoever doesn't see it hears it with the steps.
 *
 * @param {string[]} scale "don't know", then from the least to the most
 */
export const ends = (scale) => el("span", { class: "answer-scale-ends", "aria-hidden": "true" },
    el("span", {}, scale[1]), el("span", {}, scale[scale.length - 1]));

/** A field: drawn once by the server's call of `show`, then it tells every change as the event `answer`. */
export class AnswerElement extends HTMLElement {
    id_ = `answer-${++count}`;
    /** What the server drew. @type {any} */
    drawn = undefined;

    /** @param {any} question @param {any} value */
    show(question, value) {
        this.textContent = "";
        this.setAttribute("role", "group");
        this.setAttribute("aria-label", question.title);
        this.draw(question);
        this.drawn = value;
        this.value = value;
        this.dispatchEvent(new CustomEvent("tl-ready", { bubbles: true }));
    }

    /** @param {any} _question */
    draw(_question) {}

    /** @type {any} */
    get value() {
        return null;
    }
    set value(_value) {}

    /** What stands in the field and can't be kept as an answer; null where there is nothing of the kind. @type {string | null} */
    get typed() {
        return null;
    }
    set typed(_typed) {}

    /**
     * Takes back all that was chosen, for what radio buttons alone can't: an answer begun by mistake would have to be
     * completed. Shown only where something is chosen.
     *
     * @param {string} text @param {any} blank
     */
    takeBack(text, blank) {
        const button = el("button", { type: "button", class: "answer-spread answer-clear" }, text);
        button.addEventListener("click", () => {
            this.value = blank;
            this.querySelector("input")?.focus();
            this.tell();
        });
        return button;
    }

    /** @param {boolean} [typing] more is probably to come */
    tell(typing = false) {
        const field = this.getAttribute("field") ?? undefined;
        this.dispatchEvent(new CustomEvent("answer", { bubbles: true, detail: { value: this.value, typed: this.typed, typing, field } }));
    }
}
