import { Component, CUSTOM_ELEMENTS_SCHEMA, input, output } from "@angular/core";
import "plan-widgets";
import type { PlanSelectDetail } from "plan-widgets";

@Component({
  selector: "app-plan",
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <plan-timeline lang="en" layout="list" [topic]="topic()" (plan-select)="select($event)">
      <p>What readers see without scripts</p>
    </plan-timeline>
  `,
})
export class Plan {
  readonly topic = input("");
  readonly selected = output<string>();

  select(event: CustomEvent<PlanSelectDetail>) {
    this.selected.emit(event.detail.item ?? "");
  }
}
