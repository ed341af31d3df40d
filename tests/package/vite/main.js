import "plan-widgets";
