import { useEffect } from "react";
import type { FloorPage } from "../../../shared/protocol/pages.ts";
import { followFloor } from "./floor-feed.ts";
import type { SourceState } from "./source-state.ts";
import { useSource } from "./use-source.ts";

export function useFloor(): SourceState<FloorPage> {
  const [state, take] = useSource<FloorPage>();
  useEffect(() => followFloor(take), [take]);
  return state;
}
