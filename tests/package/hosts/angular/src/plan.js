var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Component, CUSTOM_ELEMENTS_SCHEMA, input, output } from "@angular/core";
import "plan-widgets";
let Plan = class Plan {
    topic = input("");
    selected = output();
    select(event) {
        this.selected.emit(event.detail.item ?? "");
    }
};
Plan = __decorate([
    Component({
        selector: "app-plan",
        schemas: [CUSTOM_ELEMENTS_SCHEMA],
        template: `
    <plan-timeline lang="en" layout="list" [topic]="topic()" (plan-select)="select($event)">
      <p>What readers see without scripts</p>
    </plan-timeline>
  `,
    })
], Plan);
export { Plan };
