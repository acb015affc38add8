// Menus: popovers with a column of buttons, walked with the arrow keys.

/** Lets arrow keys, Home and End walk through every menu of the page. */
export function menus() {
  for (const menu of document.querySelectorAll(".menu[popover]")) {
    if (!(menu instanceof HTMLElement)) continue;
    const entries = () => [...menu.querySelectorAll("button, input, a")].filter((entry) => entry instanceof HTMLElement && entry.offsetParent !== null);
    menu.addEventListener("toggle", (event) => {
      const [first] = entries();
      if (event instanceof ToggleEvent && event.newState === "open" && first instanceof HTMLElement) first.focus();
    });
    menu.addEventListener("keydown", (event) => {
      const all = entries();
      const at = all.findIndex((entry) => entry === document.activeElement);
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      const next = all.at(to % all.length);
      if (next instanceof HTMLElement) next.focus();
    });
  }
}
