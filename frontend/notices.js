// @ts-check
/**
 * Where what is told lies on the page, the page has room for it below its end, and what one has just used comes out from
 * under it. In the free end of the navigation and over the head it lies on nothing one needs.
 */

const GAP = 12;

/** @returns {HTMLElement[]} */
const told = () => Array.from(document.querySelectorAll("vaadin-notification-container > vaadin-notification-card"));

/** @param {HTMLElement} card */
function liesOnPage(card) {
    const page = document.querySelector(".tl-main")?.getBoundingClientRect();
    const place = card.getBoundingClientRect();
    return page !== undefined && place.right > page.left && place.bottom > innerHeight / 2;
}

function makeRoom() {
    const cards = told().filter(liesOnPage);
    const room = cards.reduce((sum, card) => sum + card.offsetHeight + GAP, cards.length > 0 ? GAP : 0);
    document.documentElement.style.setProperty("--tl-told", `${room}px`);
    const used = document.activeElement;
    if (room > 0 && used?.matches(".tl-main *")) {
        const place = used.getBoundingClientRect();
        if (place.bottom > innerHeight - room && place.top < innerHeight && place.height < innerHeight / 2) {
            used.scrollIntoView({ block: "nearest" });
        }
    }
}

const sizes = new ResizeObserver(makeRoom);
const cards = new MutationObserver(look);

function look() {
    const container = document.querySelector("body > vaadin-notification-container");
    if (container) {
        cards.observe(container, { childList: true });
    }
    sizes.disconnect();
    told().forEach((card) => sizes.observe(card));
    makeRoom();
}

// Their container comes with the first of them and goes with the last.
new MutationObserver(look).observe(document.body, { childList: true });
