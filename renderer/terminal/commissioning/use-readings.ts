import { useEffect, useState } from "react";
import type { MachineConnection, ReadNode } from "../../../shared/screen/commissioning.ts";
import { useScreen } from "../app/screen-context.ts";

const AGAIN_AFTER_MS = 2_000;

/** What these nodes say, read again and again while they are looked at. */
export function useReadings(
  connection: MachineConnection,
  nodes: readonly string[],
): ReadonlyMap<string, ReadNode> {
  const { ask } = useScreen();
  const [readings, setReadings] = useState<ReadonlyMap<string, ReadNode>>(new Map());
  const wanted = nodes.join("\n");
  useEffect(() => {
    if (wanted === "") return;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async () => {
      const answer = await ask(
        "commissioning.read",
        { connection, nodes: wanted.split("\n") },
        { quiet: true },
      );
      if (isOver) return;
      if (answer?.ok === true) setReadings(new Map(answer.value.map((one) => [one.node, one])));
      timer = setTimeout(() => void read(), AGAIN_AFTER_MS);
    };
    void read();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [ask, connection, wanted]);
  return readings;
}
