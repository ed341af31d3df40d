/** Lets the page do what it has to. */
export const pause = () => globalThis.scheduler?.yield?.() ?? new Promise((then) => setTimeout(then));
