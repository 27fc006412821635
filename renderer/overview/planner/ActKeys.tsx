import { IconLock } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { FormattedMessage } from "react-intl";
import { z } from "zod";
import { PlannerField } from "./PlannerField.tsx";
import styles from "./PlannerForm.module.css";
import { usePlannerToken } from "./planner-token.ts";
import { Refused } from "./Refused.tsx";
import { TokenField } from "./TokenField.tsx";
import { useSend } from "./use-send.ts";

const ANSWER = z.strictObject({ outcome: z.enum(["done", "was-so"]) });

/** What a planner may do to an order or a lot, and what has to be said with it. */
export interface Act {
  readonly act: "hold" | "release" | "cut" | "cancel";
  readonly asks: "reason" | "plannedQuantity" | null;
  readonly path: string;
}

interface ActKeysProps {
  readonly acts: readonly Act[];
  /** There is nothing more important to do on the page. */
  readonly isPrimary?: boolean;
}

/** Keys of a planner. Each opens a line that asks for its words and is sent by a key of its own, so none goes off by a slip. */
export function ActKeys({ acts, isPrimary = false }: ActKeysProps) {
  const [open, setOpen] = useState<Act["act"] | null>(null);
  const chosen = acts.find(({ act }) => act === open);
  return (
    <>
      <div className={styles.row}>
        {acts.map(({ act }) => (
          <button
            key={act}
            type="button"
            className={styles.key}
            aria-expanded={open === act}
            data-primary={isPrimary && open === null ? "" : undefined}
            onClick={() => setOpen(open === act ? null : act)}
          >
            {act === "hold" && <IconLock size={20} aria-hidden="true" />}
            <FormattedMessage id={`planner.act.${act}`} />
          </button>
        ))}
      </div>
      {chosen !== undefined && <ActForm key={chosen.act} act={chosen} onDone={() => setOpen(null)} />}
    </>
  );
}

interface ActFormProps {
  readonly act: Act;
  readonly onDone: () => void;
}

function ActForm({ act, onDone }: ActFormProps) {
  const [said, setSaid] = useState("");
  const token = usePlannerToken();
  const { isBusy, answer, send } = useSend<z.infer<typeof ANSWER>>();
  const isReady = token !== "" && (act.asks === null || said.trim() !== "");
  const enter = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isReady || isBusy) return;
    const told = await send(act.path, { token, body: bodyOf(act.asks, said), schema: ANSWER });
    if (told.ok) onDone();
  };
  return (
    <form className={styles.row} onSubmit={(event) => void enter(event)}>
      {act.asks !== null && (
        <PlannerField
          label={`planner.asks.${act.asks}`}
          type={act.asks === "plannedQuantity" ? "number" : "text"}
          value={said}
          maxLength={80}
          onChange={setSaid}
        />
      )}
      <TokenField />
      <button type="submit" className={styles.key} data-primary="" disabled={!isReady || isBusy}>
        <FormattedMessage id={`planner.do.${act.act}`} />
      </button>
      {answer !== null && !answer.ok && <Refused problem={answer.problem} message={answer.message} />}
    </form>
  );
}

function bodyOf(asks: Act["asks"], said: string): object {
  switch (asks) {
    case null:
      return {};
    case "reason":
      return { reason: said.trim() };
    case "plannedQuantity":
      return { plannedQuantity: Number(said) };
  }
}
