import type { FloorBroadcast } from "../live/floor-broadcast.ts";
import type { StreamRegistry } from "../live/stream-registry.ts";
import type { Mes } from "../open-mes.ts";
import type { Authentication } from "../plugins/authentication.ts";
import type { UploadLanes } from "./api/v1/stations/admit-uploads.ts";

/** What routes are made with. */
export interface RouteContext {
  readonly mes: Mes;
  readonly authentication: Authentication;
  readonly streams: StreamRegistry;
  readonly floor: FloorBroadcast;
  /** Of bookings. */
  readonly uploads: UploadLanes;
}
