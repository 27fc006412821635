/** The states a part of a screen can be in; each has its own colour, shape and word. */
export type ShapeState =
  | "running"
  | "waiting"
  | "stopped"
  | "setup"
  | "maintenance"
  | "planned"
  | "no-signal";

/** 24 x 24 outlines, drawn so that they stay apart at 3 m and without colour. */
const outlines: Readonly<Record<ShapeState, string>> = {
  running: "M5 3.6c0-1.2 1.3-2 2.3-1.3l12.5 8.4c.9.6.9 2 0 2.6L7.3 21.7C6.3 22.4 5 21.6 5 20.4z",
  waiting:
    "M5 2h14v3.2c0 2.6-1.8 4.6-4.4 6.8 2.6 2.2 4.4 4.2 4.4 6.8V22H5v-3.2c0-2.6 1.8-4.6 4.4-6.8C6.8 9.8 5 7.8 5 5.2z",
  stopped: "M7.9 2h8.2L22 7.9v8.2L16.1 22H7.9L2 16.1V7.9z",
  setup:
    "M10.9 2.5a1.6 1.6 0 0 1 2.2 0l8.4 8.4a1.6 1.6 0 0 1 0 2.2l-8.4 8.4a1.6 1.6 0 0 1-2.2 0l-8.4-8.4a1.6 1.6 0 0 1 0-2.2z",
  maintenance:
    "M21.5 6.3a6 6 0 0 1-8 7.4l-6.9 6.9a2.3 2.3 0 0 1-3.2-3.2l6.9-6.9a6 6 0 0 1 7.4-8l-3.6 3.6.6 2.6 2.6.6z",
  planned: "M20.5 14.7A9.2 9.2 0 1 1 10.1 2.5a7.6 7.6 0 0 0 10.4 12.2z",
  "no-signal":
    "M9.8 15.6v-.8c0-2 .9-3 2.3-4 1.1-.8 1.6-1.3 1.6-2.2 0-1.1-.9-1.8-2.1-1.8-1.3 0-2.2.8-2.6 2.2l-3.4-.9C6.3 5 8.7 3.2 11.8 3.2c3.5 0 6 2 6 5.2 0 2.2-1.2 3.4-2.7 4.5-1.1.8-1.6 1.2-1.6 2.1v.6zm1.9 5.9a2.1 2.1 0 1 1 0-4.2 2.1 2.1 0 0 1 0 4.2z",
};

export function StateShape({ state, size }: { readonly state: ShapeState; readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={outlines[state]} fill="currentColor" />
    </svg>
  );
}
