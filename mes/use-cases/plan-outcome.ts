/** What became of an act of the planner. Closed: a route has an answer for each. */
export type PlanOutcome = "done" | "was-so" | "unknown-order" | "order-ended" | "order-begun";
