import type { LocalizedText } from "../../shared/domain/people/localized-text.ts";
import type { MasterDataKind } from "../../shared/protocol/directive.ts";
import type { NamedCode } from "../../shared/protocol/named-code.ts";
import type { Queries } from "../database/database.ts";
import { listMasterDataOf, type StoredMasterData } from "../repositories/master-data-repository.ts";

/** What master data calls things, for pages that people read. An id without a name stands for itself. */
export interface Names {
  reason(code: string): NamedCode;
  defect(code: string): NamedCode;
  characteristic(id: string): string;
  tool(id: string): string;
  person(id: string | null): string | null;
}

const NAMED: readonly MasterDataKind[] = ["reason", "defect-code", "characteristic", "person", "tool"];

export async function readNames(db: Queries): Promise<Names> {
  const plain = new Map<string, string>();
  const localized = new Map<string, LocalizedText>();
  for (const item of await listMasterDataOf(db, NAMED)) {
    const name = nameOf(item);
    if (typeof name === "string") plain.set(keyOf(item.kind, item.id), name);
    if (typeof name === "object") localized.set(keyOf(item.kind, item.id), name);
  }
  const named = (kind: string, code: string) => ({ code, name: localized.get(keyOf(kind, code)) ?? null });
  const find = (kind: string, id: string) => plain.get(keyOf(kind, id)) ?? id;
  return {
    reason: (code) => named("reason", code),
    defect: (code) => named("defect-code", code),
    characteristic: (id) => find("characteristic", id),
    tool: (id) => find("tool", id),
    person: (id) => (id === null ? null : find("person", id)),
  };
}

function keyOf(kind: string, id: string): string {
  return `${kind}:${id}`;
}

/** Its kind's schema was checked before it was stored: a text, a text per language, or no name at all. */
function nameOf({ body }: StoredMasterData): string | LocalizedText | undefined {
  const { name } = JSON.parse(body) as { name?: string | LocalizedText };
  return name;
}
