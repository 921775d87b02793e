// @ts-check
/** Shares of items as bars with their 95 % intervals; further weightings as marks. The table beside it says the same. */

/** @typedef {{value: number, low: number, high: number}} Value */
/** @typedef {{name: string, look: "BAR" | "THIN_BAR" | "DIAMOND" | "CIRCLE", values: (Value | null)[]}} Series */
/** @typedef {{items: string[], series: Series[]}} Drawn */

const LIBRARY = new URL("../_static/echarts/6.0.0/dist/echarts.esm.min.js", import.meta.url).href;
const COLOURS = { BAR: "--tl-accent", THIN_BAR: "--tl-warn", DIAMOND: "--tl-text", CIRCLE: "--tl-ok" };
const NARROW = 560;

/** Loaded once, when the first chart comes into sight. @type {Promise<any> | undefined} */
let library;

class ResultChart extends HTMLElement {
    /** @type {Drawn | undefined} */
    #drawn;
    /** @type {any} */
    #chart;
    #sight = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && this.#load());
    #size = new ResizeObserver(() => this.#paint());
    #theme = new MutationObserver(() => this.#paint());
    #dark = matchMedia("(prefers-color-scheme: dark)");
    #print = matchMedia("print");
    #repaint = () => this.#paint();

    connectedCallback() {
        this.#sight.observe(this);
        this.#theme.observe(document.documentElement, { attributes: true, attributeFilter: ["style", "class", "theme"] });
        this.#dark.addEventListener("change", this.#repaint);
        this.#print.addEventListener("change", this.#repaint);
    }

    disconnectedCallback() {
        this.#sight.disconnect();
        this.#size.disconnect();
        this.#theme.disconnect();
        this.#dark.removeEventListener("change", this.#repaint);
        this.#print.removeEventListener("change", this.#repaint);
        this.#chart?.dispose();
        this.#chart = undefined;
    }

    /** @param {Drawn} drawn */
    show(drawn) {
        this.#drawn = drawn;
        this.#paint();
    }

    async #load() {
        this.#sight.disconnect();
        library ??= import(LIBRARY);
        try {
            const echarts = await library;
            if (this.isConnected && !this.#chart) {
                this.#chart = echarts.init(this, undefined, { renderer: "svg" });
                this.#size.observe(this);
                this.#paint();
            }
        } catch {
            // Without the library the table still says everything.
            library = undefined;
            this.hidden = true;
        }
    }

    /** The colour a custom property stands for in the theme that is shown. @param {string} property */
    #colour(property) {
        const probe = document.createElement("i");
        probe.style.cssText = `color: var(${property}); position: absolute; visibility: hidden`;
        document.body.append(probe);
        const colour = getComputedStyle(probe).color;
        probe.remove();
        return colour;
    }

    #paint() {
        if (!this.#chart || !this.#drawn) {
            return;
        }
        const { items, series } = this.#drawn;
        const width = this.clientWidth;
        const narrow = width < NARROW;
        const [text, dim, line, surface] = ["--tl-text", "--tl-dim", "--tl-line", "--tl-surface"].map((one) => this.#colour(one));
        const percent = new Intl.NumberFormat(document.documentElement.lang || undefined, { style: "percent", maximumFractionDigits: 1 });
        const font = getComputedStyle(this).fontFamily;
        const bars = series.filter((one) => one.look === "BAR" || one.look === "THIN_BAR").length;
        this.#chart.resize({ width, height: this.clientHeight });
        this.#chart.setOption({
            animation: false,
            textStyle: { fontFamily: font, color: text },
            grid: { left: 4, right: 18, top: 34, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
            legend: { top: 0, left: 0, type: "scroll", data: series.map((one) => one.name), textStyle: { color: dim, fontSize: 12 }, itemGap: 16, pageTextStyle: { color: dim }, pageIconColor: text },
            tooltip: {
                trigger: "axis",
                axisPointer: { type: "shadow", shadowStyle: { opacity: 0.12 } },
                backgroundColor: surface,
                borderColor: line,
                textStyle: { color: text, fontSize: 12 },
                confine: true,
                formatter: (/** @type {{dataIndex: number}[]} */ at) => this.#told(items, series, at[0].dataIndex, percent),
            },
            xAxis: {
                type: "value", min: 0, max: (/** @type {{max: number}} */ one) => Math.min(1, Math.ceil(one.max * 10 + 0.5) / 10),
                axisLabel: { color: dim, formatter: (/** @type {number} */ value) => percent.format(value) },
                splitLine: { lineStyle: { color: line } }, splitNumber: narrow ? 3 : 5,
            },
            yAxis: {
                type: "category", inverse: true, data: items,
                axisTick: { show: false }, axisLine: { lineStyle: { color: line } },
                axisLabel: { color: text, fontSize: narrow ? 11 : 12.5, width: narrow ? width * 0.38 : 260, overflow: "break", interval: 0, lineHeight: 14 },
            },
            series: series.flatMap((one) => this.#series(one, bars, text, surface, (this.clientHeight - 70) / items.length)),
        }, true);
    }

    /** @param {Series} one @param {number} bars @param {string} text @param {string} surface @param {number} height of an item @returns {object[]} */
    #series(one, bars, text, surface, height) {
        const values = one.values.map((value) => value?.value ?? null);
        const color = this.#colour(COLOURS[one.look]);
        if (one.look === "DIAMOND" || one.look === "CIRCLE") {
            const symbol = one.look === "DIAMOND" ? "diamond" : "circle";
            return [{ name: one.name, type: "scatter", symbol, symbolSize: one.look === "DIAMOND" ? 10 : 8, symbolOffset: [0, bars > 1 ? -height * 0.187 : 0], itemStyle: { color, borderColor: surface, borderWidth: 1.5 }, data: values, z: 5 }];
        }
        const place = one.look === "BAR" ? 0 : bars - 1;
        return [
            { name: one.name, type: "bar", barWidth: bars > 1 ? "34%" : "52%", barGap: "10%", itemStyle: { color, borderRadius: [0, 3, 3, 0] }, data: values },
            {
                type: "custom", silent: true, z: 4, tooltip: { show: false },
                data: one.values.map((value, item) => value && [value.low, value.high, item]),
                encode: { x: [0, 1], y: 2 },
                renderItem: (/** @type {any} */ _, /** @type {any} */ api) => {
                    const [left, y] = api.coord([api.value(0), api.value(2)]);
                    const [right] = api.coord([api.value(1), api.value(2)]);
                    if (!Number.isFinite(left)) {
                        return undefined;
                    }
                    const step = api.size([0, 1])[1];
                    const at = y + (bars > 1 ? (place === 0 ? -step * 0.187 : step * 0.187) : 0);
                    const line = (/** @type {number} */ x1, /** @type {number} */ y1, /** @type {number} */ x2, /** @type {number} */ y2) => ({
                        type: "line", shape: { x1, y1, x2, y2 }, style: { stroke: text, lineWidth: 1.5, opacity: 0.75 },
                    });
                    return { type: "group", children: [line(left, at, right, at), line(left, at - 4, left, at + 4), line(right, at - 4, right, at + 4)] };
                },
            },
        ];
    }

    /** @param {string[]} items @param {Series[]} series @param {number} at @param {Intl.NumberFormat} percent */
    #told(items, series, at, percent) {
        const told = document.createElement("div");
        const name = document.createElement("strong");
        name.textContent = items[at];
        told.append(name);
        series.forEach((one) => {
            const value = one.values[at];
            const row = document.createElement("div");
            row.textContent = `${one.name}: ${value ? `${percent.format(value.value)} [${percent.format(value.low)}–${percent.format(value.high)}]` : "–"}`;
            told.append(row);
        });
        return told;
    }
}

customElements.define("tl-result-chart", ResultChart);
