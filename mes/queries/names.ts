import type { Queries } from "../database/database.ts";
import { listMasterData, type StoredMasterData } from "../repositories/master-data-repository.ts";

/** What master data calls things, for pages that people read. An id without a name stands for itself. */
export interface Names {
  reason(code: string): string;
  defect(code: string): string;
  characteristic(id: string): string;
  person(id: string | null): string | null;
}

export async function readNames(db: Queries): Promise<Names> {
  const names = new Map<string, string>();
  for (const item of await listMasterData(db)) {
    const name = nameOf(item);
    if (name !== undefined) names.set(`${item.kind}:${item.id}`, name);
  }
  const find = (kind: string, id: string) => names.get(`${kind}:${id}`) ?? id;
  return {
    reason: (code) => find("reason", code),
    defect: (code) => find("defect-code", code),
    characteristic: (id) => find("characteristic", id),
    person: (id) => (id === null ? null : find("person", id)),
  };
}

function nameOf({ body }: StoredMasterData): string | undefined {
  const { name } = JSON.parse(body) as { name?: string | { en: string } };
  return typeof name === "object" ? name.en : name;
}
