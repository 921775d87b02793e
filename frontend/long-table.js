// @ts-check
/**
 * A table drawn in the browser, a page of rows at a time: the server keeps none of them. Rows are known by their ids, so
 * that drawing them anew moves neither the focus nor the eye. Where it is narrow, every row becomes a card.
 */

/** What is empty is left out. @typedef {{text?: string, note?: string, icon?: string, tone?: string, href?: string, more?: Cell[]}} Cell */
/** @typedef {{name: string, text: string, label: string}} Act */
/** @typedef {{id: string, cells: Cell[], acts: Act[]}} Row */
/** @typedef {{header: string, numeric: boolean}} Column */
/** @typedef {{caption: string, columns: Column[], opens: boolean, acts: string, more: string}} Head */

/**
 * @param {string} name
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 */
function el(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    made.append(...children);
    return made;
}

class LongTable extends HTMLElement {
    /** @type {Head} */
    #head = { caption: "", columns: [], opens: false, acts: "", more: "" };
    /** @type {Map<string, {tr: HTMLElement, drawn: string}>} */
    #rows = new Map();
    #body = el("tbody", { role: "rowgroup" });
    #more = el("button", { type: "button", class: "tl-more" });

    /** @param {Head} head */
    head(head) {
        this.#head = head;
        this.#rows.clear();
        this.#body = el("tbody", { role: "rowgroup" });
        const titles = head.columns.map((column) =>
            el("th", { scope: "col", role: "columnheader", ...(column.numeric ? { class: "tl-num" } : {}) }, column.header));
        if (head.acts) {
            titles.push(el("th", { scope: "col", role: "columnheader" }, el("span", { class: "tl-visually-hidden" }, head.acts)));
        }
        this.#more.addEventListener("click", () => this.#tell("tl-more", {}));
        // The explicit roles keep it a table for screen readers where it is laid out as cards.
        this.replaceChildren(
            el(
                "table",
                { class: "tl-table", role: "table" },
                el("caption", {}, head.caption),
                el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, ...titles)),
                this.#body,
            ),
            this.#more,
        );
    }

    /** @param {Row[]} rows @param {boolean} append @param {number} total */
    show(rows, append, total) {
        const focused = /** @type {HTMLElement | null} */ (document.activeElement?.closest("tr"));
        const place = focused && this.#body.contains(focused) ? [...this.#body.children].indexOf(focused) : -1;
        if (!append) {
            const ids = new Set(rows.map((row) => row.id));
            [...this.#rows].filter(([id]) => !ids.has(id)).forEach(([id, { tr }]) => {
                tr.remove();
                this.#rows.delete(id);
            });
        }
        const before = append ? this.#body.childElementCount : 0;
        rows.forEach((row, i) => {
            const tr = this.#drawn(row);
            if (this.#body.children[before + i] !== tr) {
                this.#body.insertBefore(tr, this.#body.children[before + i] ?? null);
            }
        });
        const left = total - this.#rows.size;
        this.#more.hidden = left <= 0;
        this.#more.textContent = this.#head.more.replace("{0}", String(left));
        if (focused && !focused.isConnected) {
            this.#focus(Math.min(place, this.#body.childElementCount - 1));
        }
    }

    /** Puts the focus on a row. @param {string} id */
    reveal(id) {
        const row = this.#rows.get(id);
        row?.tr.scrollIntoView({ block: "nearest" });
        /** @type {HTMLElement | null | undefined} */ (row?.tr.querySelector("button, a"))?.focus();
    }

    /** @param {number} place */
    #focus(place) {
        /** @type {HTMLElement | null | undefined} */ (this.#body.children[place]?.querySelector("button, a"))?.focus();
    }

    /** @param {Row} row */
    #drawn(row) {
        const text = JSON.stringify(row);
        let known = this.#rows.get(row.id);
        if (!known) {
            known = { tr: el("tr", { role: "row" }), drawn: "" };
            this.#rows.set(row.id, known);
            known.tr.append(...row.cells.map((_, i) => this.#cell(row.id, i)));
            if (this.#head.acts) {
                known.tr.append(el("td", { role: "cell", class: "tl-acts" }));
            }
        }
        if (known.drawn !== text) {
            row.cells.forEach((cell, i) => this.#fill(/** @type {HTMLElement} */ (known.tr.children[i]), cell));
            if (this.#head.acts) {
                this.#acts(/** @type {HTMLElement} */ (known.tr.lastElementChild), row);
            }
            known.drawn = text;
        }
        return known.tr;
    }

    /** @param {string} id @param {number} i */
    #cell(id, i) {
        const column = this.#head.columns[i];
        const cell = el("td", { role: "cell", "data-label": column.header, ...(column.numeric ? { class: "tl-num" } : {}) });
        if (i === 0 && this.#head.opens) {
            const open = el("button", { type: "button", class: "tl-open" });
            open.addEventListener("click", () => this.#tell("tl-open", { id }));
            cell.append(open);
        } else {
            cell.append(el("span", { class: "tl-cell" }));
        }
        cell.append(el("span", { class: "tl-cell-note tl-dim tl-small" }), el("ul", { class: "tl-cell-more" }));
        return cell;
    }

    /** @param {HTMLElement} place @param {Cell} cell */
    #fill(place, cell) {
        const [shown, note, more] = /** @type {HTMLElement[]} */ ([...place.children]);
        shown.replaceChildren(this.#words(cell));
        const lines = cell.more ?? [];
        note.textContent = cell.note ?? "";
        note.hidden = !cell.note;
        more.replaceChildren(
            ...lines.map((line) =>
                el("li", {}, this.#words(line), ...(line.note ? [" ", el("span", { class: "tl-dim tl-small" }, line.note)] : []))),
        );
        more.hidden = !lines.length;
    }

    /** @param {Cell} cell */
    #words(cell) {
        const text = cell.text ?? "";
        const words = cell.href ? el("a", { href: cell.href, "router-link": "" }, text) : document.createTextNode(text);
        const sign = cell.icon ? [el("span", { "aria-hidden": "true" }, cell.icon)] : [];
        return cell.tone
            ? el("span", { class: "tl-badge", "data-tone": cell.tone }, ...sign, el("span", {}, words))
            : words;
    }

    /** @param {HTMLElement} place @param {Row} row */
    #acts(place, row) {
        const before = new Map([...place.children].map((one) => [one.getAttribute("data-act"), /** @type {HTMLElement} */ (one)]));
        const now = row.acts.map((act) => {
            const button = before.get(act.name) ?? el("button", { type: "button", class: "tl-act", "data-act": act.name });
            button.textContent = act.text;
            button.setAttribute("aria-label", act.label);
            button.onclick = () => this.#tell("tl-act", { id: row.id, act: act.name });
            return button;
        });
        before.forEach((button) => now.includes(button) || button.remove());
        now.forEach((button, i) => place.children[i] === button || place.insertBefore(button, place.children[i] ?? null));
    }

    /** @param {string} name @param {object} detail */
    #tell(name, detail) {
        this.dispatchEvent(new CustomEvent(name, { detail }));
    }
}

customElements.define("tl-long-table", LongTable);
