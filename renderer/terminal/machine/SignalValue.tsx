import type { MachineView } from "../../../shared/screen/screen-model.ts";
import { useNowMs } from "../app/clock-context.ts";
import { useScreen } from "../app/screen-context.ts";
import { roughly } from "../text/elapsed.ts";
import { useText } from "../text/use-text.ts";
import { LiveValue } from "./LiveValue.tsx";
import { isStale, signalAgeMs } from "./signal-age.ts";

/** Whether the machine is heard, and how old its last word is. */
export function SignalValue({ machine }: { readonly machine: MachineView }) {
  const { devices } = useScreen().model;
  const t = useText();
  const nowMs = useNowMs();
  const connection = devices.find(({ device, key }) => device === "machine" && key === machine.machineId);
  const ageMs = signalAgeMs(machine, nowMs);
  return (
    <LiveValue
      label={t("machine.signal")}
      value={t(`device.${machine.link?.state ?? connection?.state ?? "off"}`)}
      note={
        ageMs === null ? t("machine.no-counter") : t("machine.last-value", { duration: roughly(ageMs, t) })
      }
      stale={isStale(machine, nowMs)}
      words
    />
  );
}
