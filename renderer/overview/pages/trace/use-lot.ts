import type { z } from "zod";
import {
  type LotGenealogy,
  type LotRecall,
  lotGenealogySchema,
  lotRecallSchema,
} from "../../../../shared/protocol/genealogy-pages.ts";
import { lotGenealogyPath, lotRecallPath } from "../../data/mes-api.ts";
import type { SourceState } from "../../data/source-state.ts";
import { usePolled } from "../../data/use-polled.ts";

const POLL_MS = 10_000;
const LOT: z.ZodType<LotGenealogy> = lotGenealogySchema;
const RECALL: z.ZodType<LotRecall> = lotRecallSchema;

/** What is known of a lot and where it went, and every piece that it got into. */
export function useLot(lotId: string): {
  readonly lot: SourceState<LotGenealogy>;
  readonly recall: SourceState<LotRecall>;
} {
  const lot = usePolled(lotGenealogyPath(lotId), LOT, POLL_MS);
  const recall = usePolled(lotRecallPath(lotId), RECALL, POLL_MS);
  return { lot, recall };
}
