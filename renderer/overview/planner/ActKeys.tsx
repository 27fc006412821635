import { IconLock } from "@tabler/icons-react";
import { type FormEvent, type ReactNode, useState } from "react";
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
  readonly act: "up" | "down" | "hold" | "release" | "cut" | "cancel";
  readonly asks: "reason" | "plannedQuantity" | null;
  readonly path: string;
  /** A slip is undone by the key beside it: with the planner's key known it is sent at once. */
  readonly isSmall?: boolean;
  readonly icon?: ReactNode;
}

interface ActKeysProps {
  readonly acts: readonly Act[];
  /** Beside the keys, and no act. */
  readonly children?: ReactNode;
  /** There is nothing more important to do on the page. */
  readonly isPrimary?: boolean;
}

/** Keys of a planner. Each opens a line that asks for its words and is sent by a key of its own, so none goes off by a slip. */
export function ActKeys({ acts, isPrimary = false, children }: ActKeysProps) {
  const [open, setOpen] = useState<Act["act"] | null>(null);
  const token = usePlannerToken();
  const { isBusy, answer, send, forget } = useSend<z.infer<typeof ANSWER>>();
  const chosen = acts.find(({ act }) => act === open);
  const press = ({ act, isSmall = false, path }: Act): void => {
    forget();
    const isSent = isSmall && token !== "";
    setOpen(isSent || open === act ? null : act);
    if (isSent && !isBusy) void send(path, { token, body: {}, schema: ANSWER });
  };
  return (
    <>
      <div className={styles.row}>
        {acts.map((one) => (
          <button
            key={one.act}
            type="button"
            className={styles.key}
            aria-expanded={open === one.act}
            data-primary={isPrimary && open === null ? "" : undefined}
            onClick={() => press(one)}
          >
            {one.act === "hold" ? <IconLock size={20} aria-hidden="true" /> : one.icon}
            <FormattedMessage id={`planner.act.${one.act}`} />
          </button>
        ))}
        {children}
      </div>
      {chosen !== undefined && <ActForm key={chosen.act} act={chosen} onDone={() => setOpen(null)} />}
      {answer !== null && !answer.ok && <Refused problem={answer.problem} message={answer.message} />}
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
