import { IconCheck, IconCpu, IconLineScan, IconPlugConnected, IconRulerMeasure } from "@tabler/icons-react";
import type { DeviceView } from "../../../shared/screen/device-view.ts";
import { Chip } from "../../ui/Chip.tsx";
import { Key } from "../../ui/Key.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useText } from "../text/use-text.ts";
import styles from "./DevicesPanel.module.css";

const ROWS = 3;
const icons = { machine: IconCpu, scanner: IconLineScan, gauge: IconRulerMeasure };

/** What is connected, and in plain words what is wrong when it is not. */
export function DevicesPanel() {
  const { model, go } = useScreen();
  const { devices } = model;
  const t = useText();
  const shown = devices.toSorted((left, right) => rankOf(left) - rankOf(right)).slice(0, ROWS);
  const ready = devices.filter(({ state }) => state === "ok").length;
  return (
    <Panel
      title={t("more.devices")}
      aside={t("more.devices-ready", { ready, all: devices.length })}
      className={styles.panel}
    >
      <ul>
        {shown.map((device) => (
          <Device key={device.key} device={device} />
        ))}
      </ul>
      <Key
        className={styles.key}
        icon={<IconPlugConnected size={28} aria-hidden="true" />}
        onPress={() => go("diagnostics")}
      >
        {t("more.connections")}
      </Key>
    </Panel>
  );
}

/** What does not work stands first, then the order of the station. */
function rankOf({ state }: DeviceView): number {
  return state === "ok" ? 1 : 0;
}

function Device({ device }: { readonly device: DeviceView }) {
  const t = useText();
  const Icon = icons[device.device];
  const word = t(`device.${device.state}`);
  return (
    <li className={styles.row}>
      <Icon size={28} aria-hidden="true" />
      <strong className={styles.name}>{device.name ?? t(`device.${device.device}`)}</strong>
      <span className={styles.detail} data-clip lang="en">
        {device.detail}
      </span>
      {device.state === "ok" && (
        <span className={styles.ready}>
          <IconCheck size={24} aria-hidden="true" />
          {word}
        </span>
      )}
      {device.state === "off" && <Chip state="planned">{word}</Chip>}
      {(device.state === "lost" || device.state === "connecting") && <Chip state="waiting">{word}</Chip>}
    </li>
  );
}
