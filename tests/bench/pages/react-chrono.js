import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { Chrono } from "react-chrono";
import "react-chrono/dist/style.css";

const place = document.querySelector("#timeline");
const items = await (await fetch(place.dataset.items)).json();
createRoot(place).render(createElement(Chrono, { items, mode: "vertical" }));
