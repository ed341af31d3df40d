import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { Chrono } from "react-chrono";
import "react-chrono/dist/style.css";

const target = document.querySelector("#timeline");
const items = await (await fetch(target.dataset.items)).json();
createRoot(target).render(createElement(Chrono, { items, mode: "vertical" }));
