import type { Fact } from "../event.ts";
import type { JobOrderMove } from "./job-order-table.ts";

const movements = [
  "order.started",
  "order.set-up-begun",
  "order.run-begun",
  "order.paused",
  "order.resumed",
  "order.held",
  "order.finished",
  "order.aborted",
] as const;

/** An event that moves a job order from one state to another. */
export type Movement = Extract<Fact, { type: (typeof movements)[number] }>;

export function isMovement(type: string): type is Movement["type"] {
  return (movements as readonly string[]).includes(type);
}

/** The move of the table that an event stands for. */
export function moveOf(movement: Movement): JobOrderMove {
  switch (movement.type) {
    case "order.started":
      return movement.payload.phase === "set-up" ? "begin-set-up" : "run";
    case "order.set-up-begun":
      return "begin-set-up";
    case "order.run-begun":
      return "run";
    case "order.paused":
      return "pause";
    case "order.resumed":
      return "resume";
    case "order.held":
      return movement.payload.cause === "hold" ? "hold" : "revoke";
    case "order.finished":
      return movement.payload.short === undefined ? "finish" : "finish-short";
    case "order.aborted":
      return "abort";
  }
}
