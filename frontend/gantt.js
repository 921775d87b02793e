// @ts-check
/** A schedule as bars over time, and the same as a table. Its Java twin is shared.ui.Gantt. */

/**
 * @typedef {object} Row
 * @property {string} id
 * @property {string} label
 * @property {"TASK" | "MILESTONE" | "GROUP"} kind
 * @property {boolean} critical
 * @property {string} start ISO day, empty where there is none
 * @property {string} finish
 * @property {string} startBefore
 * @property {string} finishBefore
 * @property {string} note
 *
 * @typedef {object} Chart
 * @property {string} label
 * @property {string} language
 * @property {Row[]} rows
 * @property {[string, string, "FS" | "SS" | "FF" | "SF"][]} links
 * @property {number[]} workingDays 1 (Monday) to 7
 * @property {string[]} holidays
 * @property {boolean} compared
 * @property {string} today
 * @property {Record<string, string>} texts
 */

const SVG = "http://www.w3.org/2000/svg";
const DAY = 86_400_000;
const AXIS = 40;
/** Pixels a day, from a year on a phone to single days. */
const ZOOMS = [1, 1.5, 2.2, 3.4, 5, 8, 12, 18, 28, 42, 64];
const PRINTED_WIDTH = 640;

let count = 0;

/** @param {string} iso days since 1970 */
const day = (iso) => Date.parse(`${iso}T00:00:00Z`) / DAY;

/** Monday is 1. @param {number} at */
const weekday = (at) => ((((at + 3) % 7) + 7) % 7) + 1;

/** @param {string} name @param {Record<string, string | number>} attributes @param {...(Node | string)} children */
function svg(name, attributes, ...children) {
    const made = document.createElementNS(SVG, name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, String(value)));
    made.append(...children);
    return made;
}

/** @param {string} name @param {Record<string, string | number>} attributes @param {...(Node | string)} children */
function el(name, attributes, ...children) {
    const made = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, String(value)));
    made.append(...children);
    return made;
}

class Gantt extends HTMLElement {
    #id = `gantt-${++count}`;
    /** @type {Chart | undefined} */
    #chart;
    /** Pixels a day a person asked for; undefined: whatever fits. @type {number | undefined} */
    #zoom;
    #scale = 8;
    #first = 0;
    #last = 1;
    #chosen = "";
    #active = "";
    #table = false;
    #width = 0;
    #print = window.matchMedia("print");
    #coarse = window.matchMedia("(pointer: coarse)");
    #resized = new ResizeObserver(() => {
        if (this.clientWidth !== this.#width) {
            this.#width = this.clientWidth;
            this.#redraw();
        }
    });
    #printing = () => this.#redraw();

    constructor() {
        super();
        this.addEventListener("click", (event) => this.#clicked(/** @type {Element} */ (event.target)));
        this.addEventListener("keydown", (event) => this.#key(event));
        this.addEventListener("focusin", (event) => {
            const option = /** @type {HTMLElement} */ (event.target).closest("[role=option]");
            if (option instanceof HTMLElement) {
                this.#active = option.dataset.row ?? "";
            }
        });
    }

    connectedCallback() {
        this.#resized.observe(this);
        this.#print.addEventListener("change", this.#printing);
    }

    disconnectedCallback() {
        this.#resized.disconnect();
        this.#print.removeEventListener("change", this.#printing);
    }

    /** @param {Chart} chart */
    show(chart) {
        this.#chart = chart;
        const days = chart.rows
            .flatMap((row) => [row.start, row.finish, row.startBefore, row.finishBefore])
            .filter((iso) => iso)
            .map(day);
        this.#first = Math.min(...days) - 2;
        this.#last = Math.max(...days) + 3;
        if (!chart.rows.some((row) => row.id === this.#active)) {
            this.#active = chart.rows[0]?.id ?? "";
        }
        this.#redraw();
    }

    /** @param {string} id */
    choose(id) {
        this.#chosen = id;
        this.#active = id;
        this.#redraw();
        this.#option(id)?.scrollIntoView({ block: "nearest", inline: "nearest" });
    }

    /** @param {string} key @param {...string} values */
    #text(key, ...values) {
        const template = this.#chart?.texts[key] ?? key;
        return template.replace(/\{(\d)\}/g, (_, place) => values[Number(place)]);
    }

    /** @param {string} id @returns {HTMLElement | null} */
    #option(id) {
        return this.querySelector(`[role=option][data-row="${CSS.escape(id)}"]`);
    }

    #redraw() {
        const chart = this.#chart;
        if (!chart || (!this.isConnected)) {
            return;
        }
        const focused = document.activeElement;
        const held = this.contains(focused) ? /** @type {HTMLElement} */ (focused) : undefined;
        const key = held?.dataset.row ? `[role=option][data-row="${CSS.escape(held.dataset.row)}"]`
            : held?.dataset.act ? `[data-act=${held.dataset.act}]` : undefined;
        const scroll = this.querySelector(".gantt-scroll");
        const place = scroll ? [scroll.scrollLeft / this.#scale, scroll.scrollTop] : [0, 0];
        this.textContent = "";
        if (!chart.rows.length) {
            this.append(el("p", { class: "tl-dim" }, this.#text("empty")));
            return;
        }
        this.#scale = this.#fitted();
        this.append(this.#tools(chart), this.#table ? this.#twin(chart) : this.#picture(chart));
        const drawn = this.querySelector(".gantt-scroll");
        if (drawn) {
            drawn.scrollLeft = place[0] * this.#scale;
            drawn.scrollTop = place[1];
        }
        if (key) {
            /** @type {HTMLElement | null} */ (this.querySelector(key))?.focus({ preventScroll: true });
        }
    }

    #labels() {
        return this.#print.matches ? 180 : Math.round(Math.min(260, Math.max(112, this.clientWidth * 0.3)));
    }

    /** Room for the words behind the last bar. */
    #beside() {
        const longest = Math.max(0, ...(this.#chart?.rows.map((row) => row.note.length) ?? []));
        return longest ? 14 + longest * 6 : 0;
    }

    #fitted() {
        const room = (this.#print.matches ? PRINTED_WIDTH : this.clientWidth) - this.#labels() - this.#beside() - 4;
        const fit = Math.max(0.2, room / (this.#last - this.#first));
        if (this.#print.matches) {
            return fit;
        }
        return this.#zoom ?? Math.min(64, Math.max(this.clientWidth < 600 ? 3.4 : 1, fit));
    }

    /** @param {Chart} chart */
    #tools(chart) {
        /** @type {(act: string, sign: string, label: string) => HTMLElement} */
        const button = (act, sign, label) => el("button",
            { type: "button", "data-act": act, ...(sign === label ? {} : { "aria-label": label, title: label }) }, sign);
        const legend = el("span", { class: "gantt-legend" });
        /** @type {(kind: string, text: string) => void} */
        const sample = (kind, text) => legend.append(el("span", {}, el("i", { "data-kind": kind, "aria-hidden": "true" }), text));
        if (chart.rows.some((row) => row.critical)) {
            sample("critical", this.#text("critical"));
        }
        if (chart.rows.some((row) => row.startBefore)) {
            sample("before", this.#text("before"));
        }
        if (chart.rows.some((row) => row.kind === "MILESTONE")) {
            sample("milestone", this.#text("milestone"));
        }
        const tools = el("div", { class: "gantt-tools tl-no-print" });
        if (!this.#table) {
            tools.append(
                button("out", "−", this.#text("zoomOut")),
                button("in", "+", this.#text("zoomIn")),
                button("fit", this.#text("fit"), this.#text("fit")));
        }
        const twin = this.#text(this.#table ? "asChart" : "asTable");
        tools.append(button("twin", twin, twin));
        return el("div", { class: "gantt-head" }, legend, tools);
    }

    /** @param {Chart} chart */
    #picture(chart) {
        const height = this.#coarse.matches ? 44 : 34;
        const width = Math.ceil((this.#last - this.#first) * this.#scale) + this.#beside();
        const body = svg("svg", { width, height: chart.rows.length * height, "aria-hidden": "true", class: "gantt-body" });
        body.append(this.#patterns(), this.#shading(chart, chart.rows.length * height));
        const places = new Map(chart.rows.map((row, at) => [row.id, { row, at }]));
        chart.rows.forEach((row, at) => {
            body.append(svg("rect", { x: 0, y: at * height, width, height, class: "gantt-line", "data-row": row.id,
                ...(row.id === this.#chosen ? { "data-chosen": "" } : {}) }));
        });
        chart.links.forEach(([from, to, joint]) => {
            const a = places.get(from);
            const b = places.get(to);
            if (a?.row.start && b?.row.start) {
                body.append(this.#link(a, b, joint, height));
            }
        });
        chart.rows.forEach((row, at) => body.append(this.#bar(row, at * height, height, chart.compared)));
        const options = el("div", { role: "listbox", "aria-label": chart.label, "aria-describedby": `${this.#id}-hint` },
            ...chart.rows.map((row) => this.#name(row, height)));
        const grid = el("div", { class: "gantt-grid" },
            el("div", { class: "gantt-corner" }), this.#axis(width), options, body);
        grid.style.gridTemplateColumns = `${this.#labels()}px ${width}px`;
        return el("div", {},
            el("div", { class: "gantt-scroll" }, grid),
            el("p", { class: "tl-visually-hidden", id: `${this.#id}-hint` }, this.#text("hint")));
    }

    /** @param {Row} row @param {number} height */
    #name(row, height) {
        const option = el("div", {
            role: "option", "data-row": row.id, "data-kind": row.kind, "aria-label": this.#spoken(row),
            "aria-selected": String(row.id === this.#chosen), tabindex: row.id === this.#active ? 0 : -1, title: row.label,
        }, el("span", {}, row.label));
        option.style.height = `${height}px`;
        if (!row.start) {
            option.dataset.gone = "";
        }
        return option;
    }

    /** @param {Row} row */
    #spoken(row) {
        const parts = [row.label];
        if (row.kind !== "TASK") {
            parts.push(this.#text(row.kind === "GROUP" ? "stage" : "milestone"));
        }
        if (row.start) {
            parts.push(this.#span(row.start, row.finish));
        } else {
            parts.push(this.#text("removed"));
        }
        if (row.startBefore && (row.startBefore !== row.start || row.finishBefore !== row.finish)) {
            parts.push(this.#text("was", this.#span(row.startBefore, row.finishBefore)));
        }
        if (this.#chart?.compared && !row.startBefore) {
            parts.push(this.#text("added"));
        }
        if (row.critical) {
            parts.push(this.#text("critical"));
        }
        if (row.note) {
            parts.push(row.note);
        }
        return parts.join(", ");
    }

    /** @param {string} start @param {string} finish */
    #span(start, finish) {
        return start === finish ? this.#date(start) : this.#text("to", this.#date(start), this.#date(finish));
    }

    /** @param {string} iso */
    #date(iso) {
        return iso ? this.#format({ dateStyle: "medium" }, day(iso)) : "–";
    }

    /** @param {Intl.DateTimeFormatOptions} options @param {number} at */
    #format(options, at) {
        return new Intl.DateTimeFormat(this.#chart?.language, { ...options, timeZone: "UTC" }).format(new Date(at * DAY));
    }

    /** @param {number} at */
    #x(at) {
        return (at - this.#first) * this.#scale;
    }

    #patterns() {
        return svg("defs", {},
            svg("pattern", { id: `${this.#id}-critical`, width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
                svg("rect", { width: 6, height: 6, class: "gantt-critical" }),
                svg("rect", { width: 2, height: 6, class: "gantt-stripe" })),
            ...["", "-critical"].map((kind) => svg("marker",
                { id: `${this.#id}-arrow${kind}`, viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 6, markerHeight: 6, orient: "auto" },
                svg("path", { d: "M0 0L8 4L0 8z", class: `gantt-arrow${kind}` }))));
    }

    /** Days nobody works, months, and today. @param {Chart} chart @param {number} height */
    #shading(chart, height) {
        const group = svg("g", {});
        const holidays = new Set(chart.holidays.map(day));
        if (this.#scale >= 2) {
            for (let at = this.#first; at < this.#last; at++) {
                if (holidays.has(at) || !chart.workingDays.includes(weekday(at))) {
                    group.append(svg("rect", { x: this.#x(at), y: 0, width: this.#scale, height, class: "gantt-off" }));
                }
            }
        }
        this.#months().forEach((at) => group.append(
            svg("line", { x1: this.#x(at), x2: this.#x(at), y1: 0, y2: height, class: "gantt-month" })));
        if (chart.today) {
            const at = day(chart.today);
            if (at >= this.#first && at <= this.#last) {
                group.append(svg("line", { x1: this.#x(at), x2: this.#x(at), y1: 0, y2: height, class: "gantt-today" },
                    svg("title", {}, this.#text("today"))));
            }
        }
        return group;
    }

    /** First days of the months in sight. */
    #months() {
        const found = [];
        const at = new Date(this.#first * DAY);
        at.setUTCDate(1);
        for (at.setUTCMonth(at.getUTCMonth() + 1); at.getTime() / DAY < this.#last; at.setUTCMonth(at.getUTCMonth() + 1)) {
            found.push(at.getTime() / DAY);
        }
        return found;
    }

    /** Months above, weeks below: as many as can be read. @param {number} width */
    #axis(width) {
        const axis = svg("svg", { width, height: AXIS, "aria-hidden": "true", class: "gantt-axis" });
        let free = -1;
        [this.#first, ...this.#months()].forEach((at, place, all) => {
            const x = this.#x(at);
            const next = all[place + 1] === undefined ? width : this.#x(all[place + 1]);
            const january = new Date(at * DAY).getUTCMonth() === 0;
            const text = this.#format(free < 0 || january ? { month: "short", year: "numeric" } : { month: "short" }, at);
            if (place > 0) {
                axis.append(svg("line", { x1: x, x2: x, y1: 0, y2: AXIS, class: "gantt-month" }));
            }
            const long = text.length * 7 + 8;
            if (x >= free && (next - x >= long || (place > 0 && x + long < width))) {
                axis.append(svg("text", { x: x + 4, y: 15 }, text));
                free = x + long;
            }
        });
        const step = Math.ceil(26 / (this.#scale * 7));
        let week = 0;
        for (let at = this.#first; at < this.#last; at++) {
            if (weekday(at) === 1 && week++ % step === 0 && width - this.#x(at) > 16) {
                axis.append(
                    svg("line", { x1: this.#x(at), x2: this.#x(at), y1: AXIS - 8, y2: AXIS, class: "gantt-month" }),
                    svg("text", { x: this.#x(at) + 3, y: AXIS - 8, class: "gantt-week" }, this.#format({ day: "numeric" }, at)));
            }
        }
        return axis;
    }

    /** @param {Row} row @param {number} y @param {number} height @param {boolean} compared */
    #bar(row, y, height, compared) {
        const group = svg("g", { "data-row": row.id, class: "gantt-row" });
        const middle = y + height / 2;
        const below = compared ? 4 : 0;
        if (row.startBefore) {
            group.append(this.#shape(row, row.startBefore, row.finishBefore, middle - (compared ? 7 : 0), compared ? 5 : 14, "gantt-before", compared ? 4 : 7));
        }
        if (row.start) {
            const kind = row.critical && row.kind !== "GROUP" ? "gantt-is-critical" : "gantt-plain";
            const shape = this.#shape(row, row.start, row.finish, middle + below, row.kind === "GROUP" ? 6 : 10, kind, compared ? 6 : 7);
            if (kind === "gantt-is-critical") {
                shape.style.fill = `url(#${this.#id}-critical)`;
            }
            group.append(shape);
        }
        const end = Math.max(...[row.finish, row.finishBefore].filter((iso) => iso).map(day));
        const note = row.note || (compared && !row.startBefore ? this.#text("added") : "");
        if (note) {
            group.append(svg("text", { x: this.#x(end + 1) + (row.kind === "MILESTONE" ? 8 : 5), y: middle + below + 4, class: "gantt-note" }, note));
        }
        return group;
    }

    /** @param {Row} row @param {string} start @param {string} finish @param {number} y @param {number} thick @param {string} kind @param {number} half */
    #shape(row, start, finish, y, thick, kind, half) {
        if (row.kind === "MILESTONE") {
            const x = this.#x(day(finish) + 1);
            return svg("path", { d: `M${x - half} ${y}L${x} ${y - half}L${x + half} ${y}L${x} ${y + half}z`, class: `${kind} gantt-diamond` });
        }
        const x = this.#x(day(start));
        const width = Math.max(3, this.#x(day(finish) + 1) - x);
        if (row.kind === "GROUP" && kind !== "gantt-before") {
            const top = y - 3;
            return svg("path", { d: `M${x} ${top + 9}V${top}H${x + width}V${top + 9}L${x + width - 4} ${top + 5}H${x + 4}z`, class: "gantt-stage" });
        }
        return svg("rect", { x, y: y - thick / 2, width, height: thick, rx: Math.min(4, thick / 2), class: kind });
    }

    /** @param {{row: Row, at: number}} a @param {{row: Row, at: number}} b @param {string} joint @param {number} height */
    #link(a, b, joint, height) {
        const below = this.#chart?.compared ? 4 : 0;
        const end = (/** @type {Row} */ row, /** @type {boolean} */ finish) =>
            this.#x(row.kind === "MILESTONE" || finish ? day(row.finish) + 1 : day(row.start));
        const x1 = end(a.row, joint[0] === "F");
        const x2 = end(b.row, joint[1] === "F");
        const y1 = a.at * height + height / 2 + below;
        const down = b.at > a.at ? 1 : -1;
        const critical = a.row.critical && b.row.critical ? "-critical" : "";
        const near = b.at * height + height / 2 + below - down * (b.row.kind === "MILESTONE" ? 8 : 6);
        let path;
        if (joint === "FS" && x2 >= x1 - 1) {
            // Out to the right, then onto the bar from above (or below).
            path = `M${x1} ${y1}H${x2 + 3}V${near}`;
        } else {
            const out = joint[0] === "F" ? x1 + 6 : x1 - 6;
            const level = y1 + down * height / 2;
            const into = joint[1] === "F" ? x2 + 8 : x2 - 8;
            const y2 = b.at * height + height / 2 + below;
            path = `M${x1} ${y1}H${out}V${level}H${into}V${y2}H${joint[1] === "F" ? x2 + 1 : x2 - 1}`;
        }
        return svg("path", { d: path, class: `gantt-link${critical}`, "marker-end": `url(#${this.#id}-arrow${critical})` });
    }

    /** @param {Chart} chart */
    #twin(chart) {
        const before = chart.rows.some((row) => row.startBefore);
        /** @type {[string, (row: Row) => string][]} */
        const columns = [
            [this.#text("item"), (row) => row.label],
            ...(before ? /** @type {[string, (row: Row) => string][]} */ ([
                [this.#text("startBefore"), (row) => this.#date(row.startBefore)],
                [this.#text("finishBefore"), (row) => this.#date(row.finishBefore)],
            ]) : []),
            [this.#text("start"), (row) => this.#date(row.start)],
            [this.#text("finish"), (row) => this.#date(row.finish)],
            [this.#text("remark"), (row) => [
                row.kind === "TASK" ? "" : this.#text(row.kind === "GROUP" ? "stage" : "milestone"),
                row.critical && row.kind !== "GROUP" ? this.#text("critical") : "",
                row.start ? "" : this.#text("removed"),
                chart.compared && !row.startBefore ? this.#text("added") : "",
                row.note].filter((text) => text).join(", ")],
        ];
        return el("div", { class: "tl-table-scroll", tabindex: 0, role: "region", "aria-label": chart.label },
            el("table", { class: "tl-table" },
                el("thead", {}, el("tr", {}, ...columns.map(([name]) => el("th", { scope: "col" }, name)))),
                el("tbody", {}, ...chart.rows.map((row) => el("tr", { "data-kind": row.kind },
                    ...columns.map(([, text], at) => at === 0
                        ? el("th", { scope: "row" }, text(row)) : el("td", {}, text(row))))))));
    }

    /** @param {Element} target */
    #clicked(target) {
        const act = target.closest("button")?.dataset.act;
        if (act === "twin") {
            this.#table = !this.#table;
            this.#redraw();
        } else if (act) {
            this.#zoomed(act);
        } else {
            const row = /** @type {HTMLElement | SVGElement | null} */ (target.closest("[data-row]"))?.dataset.row;
            if (row) {
                this.#tell(row);
            }
        }
    }

    /** @param {string} act */
    #zoomed(act) {
        const closest = ZOOMS.reduce((best, one) =>
            Math.abs(Math.log(one / this.#scale)) < Math.abs(Math.log(best / this.#scale)) ? one : best);
        const next = ZOOMS[ZOOMS.indexOf(closest) + (act === "in" ? 1 : -1)] ?? closest;
        this.#zoom = act === "fit" ? undefined : next;
        this.#redraw();
    }

    /** @param {string} id */
    #tell(id) {
        this.choose(id);
        this.#option(id)?.focus({ preventScroll: true });
        this.dispatchEvent(new CustomEvent("gantt-row", { bubbles: true, detail: { id } }));
    }

    /** @param {KeyboardEvent} event */
    #key(event) {
        if (!(event.target instanceof Element) || !event.target.closest("[role=listbox]") || event.ctrlKey || event.metaKey || event.altKey) {
            return;
        }
        const ids = this.#chart?.rows.map((row) => row.id) ?? [];
        const at = ids.indexOf(this.#active);
        /** @type {Record<string, () => void>} */
        const keys = {
            ArrowDown: () => this.#move(ids[Math.min(ids.length - 1, at + 1)]),
            ArrowUp: () => this.#move(ids[Math.max(0, at - 1)]),
            Home: () => this.#move(ids[0]),
            End: () => this.#move(ids[ids.length - 1]),
            ArrowLeft: () => this.querySelector(".gantt-scroll")?.scrollBy({ left: -80 }),
            ArrowRight: () => this.querySelector(".gantt-scroll")?.scrollBy({ left: 80 }),
            Enter: () => this.#tell(this.#active),
            " ": () => this.#tell(this.#active),
            "+": () => this.#zoomed("in"),
            "=": () => this.#zoomed("in"),
            "-": () => this.#zoomed("out"),
            "0": () => this.#zoomed("fit"),
        };
        if (keys[event.key]) {
            event.preventDefault();
            keys[event.key]();
        }
    }

    /** @param {string} id */
    #move(id) {
        this.#option(this.#active)?.setAttribute("tabindex", "-1");
        this.#active = id;
        const option = this.#option(id);
        option?.setAttribute("tabindex", "0");
        option?.focus({ preventScroll: true });
        option?.scrollIntoView({ block: "nearest", inline: "nearest" });
        const row = this.#chart?.rows.find((one) => one.id === id);
        const scroll = this.querySelector(".gantt-scroll");
        if (row?.start && scroll) {
            const x = this.#x(day(row.start));
            const room = scroll.clientWidth - this.#labels();
            if (x < scroll.scrollLeft || x > scroll.scrollLeft + room - 20) {
                scroll.scrollLeft = Math.max(0, x - 30);
            }
        }
    }
}

customElements.define("tl-gantt", Gantt);
