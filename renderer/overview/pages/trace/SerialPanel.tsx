import type { z } from "zod";
import { type SerialGenealogy, serialGenealogySchema } from "../../../../shared/protocol/unit-pages.ts";
import { serialGenealogyPath } from "../../data/mes-api.ts";
import { usePolled } from "../../data/use-polled.ts";
import { WorkFacts } from "./WorkFacts.tsx";

const POLL_MS = 10_000;
const SERIAL: z.ZodType<SerialGenealogy> = serialGenealogySchema;

/** How one piece was made, with what its machines measured in its own time. */
export function SerialPanel({ serial }: { readonly serial: string }) {
  const source = usePolled(serialGenealogyPath(serial), SERIAL, POLL_MS);
  if (source.data === null) return null;
  const nowMs = Date.parse(source.data.asOfUtc);
  return source.data.pieces.flatMap(({ eventId, work }) =>
    work.map((one) => (
      <WorkFacts key={`${eventId} ${one.stationId}`} work={one} programId={null} nowMs={nowMs} />
    )),
  );
}
