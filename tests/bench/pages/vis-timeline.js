import { DataSet } from "vis-data/esnext";
import { Timeline } from "vis-timeline/esnext";
import "vis-timeline/styles/vis-timeline-graph2d.css";

const target = document.querySelector("#timeline");
const items = await (await fetch(target.dataset.items)).json();
new Timeline(target, new DataSet(items), { height: "600px" });
