import { useState } from "react";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { Pad } from "../pad/Pad.tsx";
import { padTextAfter } from "../pad/pad-text.ts";
import { useNumber } from "../text/use-number.ts";
import { useText } from "../text/use-text.ts";
import { FactorCard } from "./FactorCard.tsx";
import styles from "./FactorSheet.module.css";
import { maySetFactor } from "./may-set-factor.ts";

const RULES = { longest: 5, decimals: false };
const MOST = 10_000;

/** How many pieces one count of the machine stands for: cavities of a mould, lanes of a tool. */
export function FactorSheet({ machineId }: { readonly machineId: string }) {
  const { model, closeSheet } = useScreen();
  const t = useText();
  const number = useNumber();
  const [text, setText] = useState("");
  const [chosenId, choose] = useState<string | null>(null);
  const set = useCommand("machines.setPiecesPerCount");
  const machine = model.machines.find((one) => one.machineId === machineId) ?? model.machine;
  const counter = machine.counters.find(({ signalId }) => signalId === chosenId) ?? machine.counters[0];
  const pieces = Number(text);
  const isPossible = pieces >= 1 && pieces <= MOST && pieces !== counter?.piecesPerCount;
  const may = maySetFactor(model);
  const submit = async () => {
    if (counter === undefined) return;
    const { signalId } = counter;
    const answer = await set.run({ machineId: machine.machineId, signalId, piecesPerCount: pieces });
    if (answer?.ok === true) closeSheet();
  };
  return (
    <div className={styles.sheet}>
      <Pad
        label={t("factor.heading")}
        hint={may ? t("factor.hint", { most: MOST }) : t("factor.for-setters")}
        warning={!may}
        shown={text}
        separator={null}
        submitWord={isPossible ? t("factor.set", { pieces: number.whole(pieces) }) : t("factor.set-empty")}
        submitDisabled={!may || !isPossible || set.busy}
        onPress={(press) => setText((before) => padTextAfter(before, press, RULES))}
        onSubmit={() => void submit()}
        onClose={closeSheet}
      />
      <FactorCard machine={machine} counter={counter} pieces={isPossible ? pieces : null} onChoose={choose} />
    </div>
  );
}
