/** Station ids appear in paths, file names and labels, so they are kept plain. */
export const stationParameters = {
  type: "object",
  properties: { stationId: { type: "string", pattern: "^[A-Za-z0-9._-]{1,40}$" } },
  required: ["stationId"],
} as const;

export interface StationParameters {
  readonly stationId: string;
}

export const idParameters = {
  type: "object",
  properties: { id: { type: "string", minLength: 1, maxLength: 200, pattern: "^\\P{Cc}+$" } },
  required: ["id"],
} as const;

export interface IdParameters {
  readonly id: string;
}
