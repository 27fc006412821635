import { useCallback, useEffect, useState } from "react";
import type { Refusal } from "../../../shared/domain/refusal.ts";
import type { ExchangeList, MappingComparison } from "../../../shared/screen/commissioning.ts";
import { useScreen } from "../app/screen-context.ts";

export interface Exchange {
  /** null: not known yet. */
  readonly list: ExchangeList | null;
  /** Why the folder cannot be looked into. */
  readonly refused: Refusal | null;
  /** File that was written here just now. */
  readonly written: string | null;
  readonly busy: boolean;
  write(): Promise<void>;
  compare(file: string): Promise<void>;
}

/** The folder for mappings: what lies there, writing this station's, comparing one with it. */
export function useExchange(onCompared: (comparison: MappingComparison) => void): Exchange {
  const { ask } = useScreen();
  const [list, setList] = useState<ExchangeList | null>(null);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const [written, setWritten] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const look = useCallback(async () => {
    const answer = await ask("commissioning.mappingFiles", {}, { quiet: true });
    if (answer?.ok === true) setList(answer.value);
    setRefused(answer?.ok === false ? answer.refusal : null);
  }, [ask]);
  useEffect(() => void look(), [look]);
  return {
    list,
    refused,
    written,
    busy,
    async write() {
      setBusy(true);
      const answer = await ask("commissioning.exportMapping", {});
      if (answer?.ok === true) {
        setWritten(answer.value.file);
        await look();
      }
      setBusy(false);
    },
    async compare(file) {
      setBusy(true);
      const answer = await ask("commissioning.compareMapping", { file });
      setBusy(false);
      if (answer?.ok === true) onCompared(answer.value);
    },
  };
}
