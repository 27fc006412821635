import type { OutboxView, RefusedDirectiveRow, RefusedRow } from "../../../shared/screen/outbox-view.ts";
import type { ScreenModel, SyncView } from "../../../shared/screen/screen-model.ts";

export type OutboxItem =
  | { readonly kind: "trouble"; readonly trouble: NonNullable<SyncView["trouble"]> }
  | { readonly kind: "refusal"; readonly row: RefusedRow }
  | { readonly kind: "directive"; readonly row: RefusedDirectiveRow };

/** All that somebody should look into: what keeps the sync from working, then refused bookings, newest first, then what came down. */
export function outboxItems({ outbox, sync }: Pick<ScreenModel, "outbox" | "sync">): readonly OutboxItem[] {
  const trouble = troubleBesides(outbox, sync);
  return [
    ...(trouble === null ? [] : [{ kind: "trouble", trouble } as const]),
    ...outbox.refusals.map((row) => ({ kind: "refusal", row }) as const),
    ...outbox.refusedDirectives.map((row) => ({ kind: "directive", row }) as const),
  ];
}

/** The refused bookings are rows of their own; only a trouble without them needs its sentence. */
function troubleBesides({ refused }: OutboxView, { trouble }: SyncView): SyncView["trouble"] {
  return trouble === "rejected" && refused > 0 ? null : trouble;
}

/** Rows have no id of their own: a refusal is known by its newest entry, a directive by its place in the log. */
export function itemKey(item: OutboxItem): string {
  switch (item.kind) {
    case "trouble":
      return item.trouble;
    case "refusal":
      return item.row.eventIds.join();
    case "directive":
      return `${item.row.seq} ${item.row.kind} ${item.row.id} ${item.row.fault}`;
  }
}
