// @ts-check
/**
 * A point in time as people say it: "just now", "3 hours ago", "28 Nov · in 4 days". The exact time is its title; what is further
 * away than a week back or a month ahead is a date alone.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** @type {[Intl.RelativeTimeFormatUnit, number][]} */
const UNITS = [["day", DAY], ["hour", HOUR], ["minute", MINUTE]];

class Moment extends HTMLElement {
    #timer = 0;

    connectedCallback() {
        this.#show();
        this.#timer = window.setInterval(() => this.#show(), MINUTE);
    }

    disconnectedCallback() {
        clearInterval(this.#timer);
    }

    #show() {
        const time = this.querySelector("time");
        const away = Date.parse(time?.dateTime ?? "") - Date.now();
        if (!time || Number.isNaN(away)) {
            return;
        }
        const date = this.getAttribute("date") ?? "";
        if (away < -7 * DAY || away > 31 * DAY) {
            time.textContent = date;
        } else {
            time.textContent = away < 0 ? this.#words(away) : `${date} · ${this.#words(away)}`;
        }
    }

    /** @param {number} away */
    #words(away) {
        if (Math.abs(away) < MINUTE) {
            return this.getAttribute("now") ?? "";
        }
        const words = new Intl.RelativeTimeFormat(document.documentElement.lang || "en", { numeric: "always" });
        const [unit, size] = UNITS.find(([, length]) => Math.abs(away) >= length) ?? ["minute", MINUTE];
        return words.format(Math.trunc(away / size), unit);
    }
}

customElements.define("tl-moment", Moment);
