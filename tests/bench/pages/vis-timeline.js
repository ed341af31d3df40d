import { DataSet } from "vis-data/esnext";
import { Timeline } from "vis-timeline/esnext";
import "vis-timeline/styles/vis-timeline-graph2d.css";

const place = document.querySelector("#timeline");
const items = await (await fetch(place.dataset.items)).json();
new Timeline(place, new DataSet(items), { height: "600px" });
