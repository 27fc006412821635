import { useState } from "react";
import { askAgain } from "../data/ask-again.ts";
import { type SendAnswer, type Sending, sendToMes } from "./send-to-mes.ts";

export interface Send<Data> {
  readonly isBusy: boolean;
  readonly answer: SendAnswer<Data> | null;
  readonly forget: () => void;
  readonly send: (path: string, sending: Sending<Data>) => Promise<SendAnswer<Data>>;
}

/** One thing at a time is sent; the keys wait for the answer, so no impatient press does it twice. */
export function useSend<Data>(): Send<Data> {
  const [isBusy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<SendAnswer<Data> | null>(null);
  return {
    isBusy,
    answer,
    forget: () => setAnswer(null),
    send: async (path, sending) => {
      setBusy(true);
      const told = await sendToMes(path, sending);
      setAnswer(told);
      setBusy(false);
      if (told.ok) askAgain();
      return told;
    },
  };
}
