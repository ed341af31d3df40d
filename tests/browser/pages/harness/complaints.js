// One complaint of each kind.
console.warn("a warning", { of: 1 });
console.error(new TypeError("an error"));
setTimeout(() => {
  throw new Error("uncaught");
});
Promise.reject(new Error("rejected"));
requestAnimationFrame(() =>
  setTimeout(() => document.querySelector("#tall").before(document.createElement("hr")), 100),
);
